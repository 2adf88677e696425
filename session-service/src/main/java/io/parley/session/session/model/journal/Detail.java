package io.parley.session.session.model.journal;

import java.time.Instant;

import io.parley.session.session.model.SessionState;
import io.parley.session.session.model.content.ChatMessage;
import io.parley.session.session.model.content.Document;
import io.parley.session.session.model.content.SessionAsset;
import io.parley.session.session.model.content.SessionWorkflow;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.session.model.retention.Retained;

/** What an event tells beyond the session itself; never a contact, a link, a PIN or a text. */
public sealed interface Detail {

    Detail NONE = new None();

    record None() implements Detail {}

    record OfInvitation(Invitation invitation) implements Detail {}

    record OfEnd(SessionState.Ended ended) implements Detail {}

    record OfTransfer(String previousOwner) implements Detail {}

    /** @param step null when the event is about the whole workflow */
    record OfWorkflow(SessionWorkflow workflow, String step) implements Detail {}

    /** @param until when it fell due */
    record OfEndOf(Instant until) implements Detail {}

    record OfPurge(Retained what) implements Detail {}

    record OfAsset(SessionAsset asset) implements Detail {}

    record OfDocument(Document document) implements Detail {}

    record OfMessage(ChatMessage message) implements Detail {}
}
