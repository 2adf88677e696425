package io.parley.session.retention;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.session.session.model.Session;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.retention.Retained;

/** Deletes what is kept of sessions beside their documents, in the transaction in which they say that it is purged. */
@ApplicationScoped
public class Purges {

    private static final Map<Retained, List<String>> STATEMENTS = Map.of(
            Retained.DOCUMENTS,
            List.of(
                    "delete from document_piece where session_id = any($1)",
                    "delete from document where session_id = any($1)",
                    "delete from step_input where session_id = any($1)",
                    "delete from message where session_id = any($1)"),
            Retained.CONTACTS,
            List.of(
                    "update session set customer_name = '', email = null, phone = null where id = any($1)",
                    "delete from customer_word where session_id = any($1)",
                    "update message set name = '' where session_id = any($1) and author = 'CUSTOMER'",
                    "delete from presence where session_id = any($1)"),
            Retained.SKELETON,
            List.of(
                    "delete from inbox where session_id = any($1)",
                    "delete from timeline where session_id = any($1)",
                    "delete from session where id = any($1)"));

    /** Joins the connection's transaction; the sessions are written already. */
    public Uni<Void> of(List<Session> struck, SqlConnection connection) {
        return Multi.createFrom()
                .items(Retained.values())
                .onItem()
                .transformToUniAndConcatenate(what -> purge(what, sessions(struck, what), connection))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> purge(Retained what, UUID[] sessions, SqlConnection connection) {
        return sessions.length == 0
                ? Uni.createFrom().voidItem()
                : Multi.createFrom()
                        .iterable(STATEMENTS.get(what))
                        .onItem()
                        .transformToUniAndConcatenate(
                                statement -> connection.preparedQuery(statement).execute(Tuple.of(sessions)))
                        .collect()
                        .last()
                        .replaceWithVoid();
    }

    private static UUID[] sessions(List<Session> struck, Retained what) {
        return struck.stream()
                .filter(session -> purges(session, what))
                .map(Session::id)
                .toArray(UUID[]::new);
    }

    private static boolean purges(Session session, Retained what) {
        return session.journal().events().stream()
                .anyMatch(event -> event.detail() instanceof Detail.OfPurge purge
                        && purge.what().withWhatIsPartOfIt().contains(what));
    }
}
