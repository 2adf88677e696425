package io.parley.session.invitation;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.parley.session.session.model.Session;
import io.parley.session.session.model.invitation.Link;

/** A link that an agent carries, the only time that it is told. */
record CopiedLink(
        String link,

        @Schema(description = "When it lapses; absent for never")
        Instant expiresAt,

        @Schema(description = "Of the timeline's entry that says who took it")
        long sequence) {

    /** @param session as taking the link left it */
    static CopiedLink of(Link link, Session session) {
        var invitation = session.invitations().current().orElseThrow();
        return new CopiedLink(
                link.url(), invitation.expiresAt(), session.journal().sequence());
    }

    @Override
    public String toString() {
        return "CopiedLink[" + sequence + "]"; // the link must not reach a log by accident
    }
}
