package io.parley.session.session;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.vertx.mutiny.sqlclient.Row;

import io.parley.session.session.model.Actor.Role;
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

    /** The version in which the customer did something last; 0 for never. */
    @Column(name = "customer_version")
    long customerVersion;

    /** The version that the owner saw last; 0 for none. */
    @Column(name = "seen_version")
    long seenVersion;

    @Column(columnDefinition = "text")
    String document;

    SessionRow() {}

    /** What of a row a session is made of. */
    static SessionRow of(Row found) {
        var row = new SessionRow();
        row.id = found.getUUID("id");
        row.version = found.getLong("version");
        row.sequence = found.getLong("sequence");
        row.customerVersion = found.getLong("customer_version");
        row.seenVersion = found.getLong("seen_version");
        row.document = found.getString("document");
        return row;
    }

    /** @param found version, sequence and document */
    static SessionRow glanced(UUID id, Object[] found) {
        var row = new SessionRow();
        row.id = id;
        row.version = ((Number) found[0]).longValue();
        row.sequence = ((Number) found[1]).longValue();
        row.document = (String) found[2];
        return row;
    }

    /** Whether what it is found by besides its own columns is the same. */
    boolean isFoundLike(Session session) {
        return session.customer().name().equals(customerName)
                && session.owner().subject().equals(owner);
    }

    boolean isUpdated() {
        return customerVersion > seenVersion;
    }

    /** Takes the next version of the session over. */
    SessionRow take(Session session, String written) {
        id = session.id();
        version = session.journal().version() + 1;
        noteSeen(session);
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

    /** The answer to a command shows its owner the session; a new owner has seen nothing yet. */
    private void noteSeen(Session session) {
        String next = session.owner().subject();
        if (session.journal().isBy(actor -> actor.role() == Role.CUSTOMER)) {
            customerVersion = version;
        }
        if (session.journal().isBy(actor -> next.equals(actor.subject()))) {
            seenVersion = version;
        } else if (owner != null && !owner.equals(next)) {
            seenVersion = 0;
        }
    }
}
