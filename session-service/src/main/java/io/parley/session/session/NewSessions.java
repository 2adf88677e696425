package io.parley.session.session;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.session.history.CustomerWords;
import io.parley.session.outbox.Columns;
import io.parley.session.outbox.OutgoingEvent;
import io.parley.session.publishing.Publishing;
import io.parley.session.session.model.Session;
import io.parley.session.settings.Snapshot;

/**
 * Stores new sessions: the session, its timeline, its events and the words of
 * its customer's name in one statement, and so in one round trip. The
 * hot path that bypasses the ORM (docs/adr/0006).
 */
@ApplicationScoped
public class NewSessions {

    private static final String INSERT = """
        with new_session as (
            insert into session (id, version, sequence, state, owner, home_team, settings_team, customer_name,
                                 email, phone, external_id, created_at, due_at, document)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        ), new_words as (
            insert into customer_word (session_id, word, owner, home_team)
            select $1, word, $5, $6 from unnest($15::text[]) as w (word)
        )
        """ + Columns.insertEvents(16);

    private final Pool pool;
    private final Publishing publishing;

    NewSessions(Pool pool, Publishing publishing) {
        this.pool = pool;
        this.publishing = publishing;
    }

    /** Commits at once. */
    public Uni<Session> add(Session session, Snapshot snapshot) {
        var row = new SessionRow().take(session, SessionDocument.write(session));
        List<OutgoingEvent> events = new ArrayList<>(publishing.events(session));
        events.addAll(publishing.messages(session, snapshot, session.origin().createdAt(), events));
        return pool.preparedQuery(INSERT)
                .execute(parameters(row, events))
                .map(inserted -> SessionDocument.stored(session, row));
    }

    private static Tuple parameters(SessionRow row, List<OutgoingEvent> events) {
        var parameters = Tuple.tuple()
                .addUUID(row.id)
                .addLong(row.version)
                .addLong(row.sequence)
                .addString(row.state.name())
                .addString(row.owner)
                .addUUID(row.homeTeam)
                .addUUID(row.settingsTeam)
                .addString(row.customerName)
                .addString(row.email)
                .addString(row.phone)
                .addString(row.externalId)
                .addOffsetDateTime(Columns.utc(row.createdAt))
                .addOffsetDateTime(Columns.utc(row.dueAt))
                .addString(row.document)
                .addArrayOfString(CustomerWords.of(row.customerName).toArray(String[]::new));
        return Columns.addEvents(parameters, events);
    }
}
