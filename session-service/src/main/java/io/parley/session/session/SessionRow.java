package io.parley.session.session;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.parley.session.session.model.Session;
import io.parley.session.session.model.SessionState;
import io.parley.session.session.model.StateName;

/** A session as it is stored: the document is the truth, the columns are what is searched and what clocks run by. */
@Entity
@Table(name = "session")
public class SessionRow {

    @Id
    UUID id;

    long version;
    long sequence;

    @Enumerated(EnumType.STRING)
    StateName state;

    String owner;

    @Column(name = "home_team")
    UUID homeTeam;

    @Column(name = "settings_team")
    UUID settingsTeam;

    @Column(name = "customer_name")
    String customerName;

    String email;
    String phone;

    @Column(name = "external_id")
    String externalId;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(columnDefinition = "text")
    String document;

    SessionRow() {}

    /** Takes the next version of the session over. */
    SessionRow take(Session session, String written) {
        id = session.id();
        version = session.journal().version() + 1;
        sequence = session.journal().sequence();
        state = session.state().name();
        owner = session.owner().subject();
        homeTeam = session.origin().homeTeam();
        settingsTeam = session.origin().settings().team();
        customerName = session.customer().name();
        email = session.customer().email();
        phone = session.customer().phone();
        externalId = session.labels().externalId();
        createdAt = session.origin().createdAt();
        endedAt = session.state() instanceof SessionState.Ended ended ? ended.at() : null;
        dueAt = session.nextDue();
        document = written;
        return this;
    }
}
