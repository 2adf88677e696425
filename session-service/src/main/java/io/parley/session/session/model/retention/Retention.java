package io.parley.session.session.model.retention;

import java.time.Duration;

import io.parley.session.session.model.Lifetime;

/**
 * How long from its end what a session leaves behind is retained.
 *
 * @param documents what was put into the room: documents, chat, what was filled in
 * @param contacts what tells who the customer was
 * @param skeleton the session itself, with its timeline
 */
public record Retention(Lifetime documents, Lifetime contacts, Lifetime skeleton) {

    /** For sessions that are older than the settings for it. */
    public static final Retention BEFORE_IT_WAS_SET =
            new Retention(Lifetime.of(Duration.ofDays(90)), Lifetime.of(Duration.ofDays(365)), Lifetime.NEVER);
}
