package io.parley.notification.register;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.parley.notification.message.model.Channel;
import io.parley.notification.message.model.Kind;
import io.parley.notification.message.model.StateName;

/** A message as operators look at it; only the ledger's own statements ever change one. */
@Entity
@Immutable
@Table(name = "message")
class MessageRow {

    @Id
    UUID id;

    @Column(name = "session_id")
    UUID sessionId;

    @Column(name = "invitation_id")
    UUID invitationId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Enumerated(EnumType.STRING)
    Channel channel;

    @Column(name = "contact_hint")
    String contactHint;

    @Column(name = "home_team")
    UUID homeTeam;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "give_up_at")
    Instant giveUpAt;

    @Enumerated(EnumType.STRING)
    StateName state;

    String reason;

    @Column(name = "due_at")
    Instant dueAt;

    long epoch;

    int made;

    int unknown;

    String gateway;

    String reference;

    @Column(name = "sent_at")
    Instant sentAt;

    @Column(name = "ended_at")
    Instant endedAt;
}
