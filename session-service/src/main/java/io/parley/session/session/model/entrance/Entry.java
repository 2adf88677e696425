package io.parley.session.session.model.entrance;

import java.time.Instant;

import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Refusal;
import io.parley.session.session.model.Session;

/**
 * How an attempt to join went. A wrong guess is refused and still changes the session: it counts.
 *
 * @param refusal null for admitted
 * @param instant the moment that the refusal turns on; null for none
 */
public record Entry(Session session, Refusal refusal, Instant instant) {

    public static Entry admitted(Session session) {
        return new Entry(session, null, null);
    }

    /** The session, or the refusal. */
    public Session orThrow() {
        if (refusal != null) {
            throw new MoveRefused(refusal, instant);
        }
        return session;
    }
}
