package io.parley.notification.register;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** One handover that has ended, however it did. */
@Entity
@Immutable
@Table(name = "attempt")
@IdClass(AttemptRow.Key.class)
class AttemptRow {

    /** An attempt is known by its message and its number. */
    record Key(UUID messageId, int number) {}

    @Id
    @Column(name = "message_id")
    UUID messageId;

    @Id
    int number;

    String gateway;

    String result;

    String reason;

    @Column(name = "ended_at")
    Instant endedAt;
}
