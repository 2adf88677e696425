package io.parley.session.clocks;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import io.opentelemetry.api.trace.Span;

import io.parley.session.outbox.OutgoingEvent;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.SessionState;

/** A session of which clocks have struck, and what that left; its messages share the events' correlation. */
record Struck(
        Session session,
        String document,
        List<OutgoingEvent> events,
        OffsetDateTime due,
        OffsetDateTime now,
        Span span) {

    long version() {
        return session.journal().version() + 1;
    }

    Instant endedAt() {
        return session.state() instanceof SessionState.Ended ended ? ended.at() : null;
    }

    boolean speaks() {
        return !session.journal().messages().isEmpty();
    }

    String settings() {
        return session.origin().settings().hash();
    }

    Instant at() {
        var happened = session.journal().events();
        return happened.get(happened.size() - 1).at();
    }

    /** Sessions that were claimed together: those that have struck, and those that nobody can read. */
    record Batch(List<Struck> struck, List<UUID> unreadable) {

        int claimed() {
            return struck.size() + unreadable.size();
        }

        List<Session> sessions() {
            return struck.stream().map(Struck::session).toList();
        }
    }
}
