package io.parley.session.timeline;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.parley.session.outbox.OutgoingEvent;

/** One entry of a session's timeline: the very event that other systems get. */
@Entity
@Table(name = "timeline")
@IdClass(TimelineRow.Key.class)
public class TimelineRow {

    @Id
    @Column(name = "session_id")
    UUID sessionId;

    @Id
    long sequence;

    @Column(name = "event_id")
    UUID eventId;

    String type;
    Instant at;

    @Column(name = "correlation_id")
    UUID correlationId;

    @Column(columnDefinition = "text")
    String data;

    /** Among all entries of all sessions; the database's to give. */
    @Column(insertable = false, updatable = false)
    Long position;

    TimelineRow() {}

    TimelineRow(OutgoingEvent event) {
        this.sessionId = event.session();
        this.sequence = event.sequence();
        this.eventId = event.id();
        this.type = event.type();
        this.at = event.at();
        this.correlationId = event.correlation();
        this.data = event.data();
    }

    /** A session's entry by its number. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        UUID sessionId;
        long sequence;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.sequence == sequence && key.sessionId.equals(sessionId);
        }

        @Override
        public int hashCode() {
            return sessionId.hashCode() * 31 + Long.hashCode(sequence);
        }
    }
}
