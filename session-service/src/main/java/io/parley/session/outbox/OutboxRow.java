package io.parley.session.outbox;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An event that waits for the broker; the position that orders it is the database's. */
@Entity
@Table(name = "outbox")
public class OutboxRow {

    @Id
    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "session_id")
    UUID sessionId;

    String topic;
    String type;
    Instant at;
    Long sequence;

    @Column(name = "correlation_id")
    UUID correlationId;

    @Column(columnDefinition = "text")
    String data;

    @Column(columnDefinition = "text")
    String traceparent;

    OutboxRow() {}

    OutboxRow(OutgoingEvent event) {
        this.eventId = event.id();
        this.sessionId = event.session();
        this.topic = event.topic();
        this.type = event.type();
        this.at = event.at();
        this.sequence = event.sequence();
        this.correlationId = event.correlation();
        this.data = event.data();
        this.traceparent = event.traceparent();
    }
}
