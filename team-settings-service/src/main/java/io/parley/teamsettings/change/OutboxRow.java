package io.parley.teamsettings.change;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** An event that the broker does not have yet. */
@Entity
@Table(name = "outbox")
@IdClass(OutboxRow.Key.class)
class OutboxRow {

    record Key(long revision, int place) implements Serializable {}

    @Id
    long revision;

    @Id
    int place;

    @Column(name = "event_id")
    UUID eventId;

    @Column(columnDefinition = "text")
    String key;

    @Column(columnDefinition = "text")
    String data;

    Instant at;

    @Column(columnDefinition = "text")
    String traceparent;
}
