package io.parley.session.presence;

import java.time.Instant;
import java.util.UUID;

import io.parley.session.session.model.content.Side;

/**
 * That one side of a session has come, or has gone.
 *
 * @param owner of the session, who is to be told
 */
public record Appearance(UUID session, Side side, boolean online, Instant since, String owner, UUID homeTeam) {

    public Seen seen() {
        return Seen.of(online, since);
    }
}
