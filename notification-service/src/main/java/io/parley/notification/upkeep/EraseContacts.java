package io.parley.notification.upkeep;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Erases what of a person is left in the ledger; the row itself stays, so that the audit still counts it. Plain SQL, for
 * it goes over thousands of rows.
 */
@ApplicationScoped
public class EraseContacts {

    private static final String OLD = """
            with old as (
              select id from message
               where contact_hint is not null and received_at < now() - make_interval(secs => $1)
                 and state not in ('REQUESTED', 'SENDING')
               limit $2 for update skip locked
            )
            update message m set contact_hint = null, reference = null from old where m.id = old.id
            """;

    /** What still waits is not sent any more: nobody knows to whom. */
    private static final String SESSION = """
            with erased as (
              update message
                 set contact_hint = null, reference = null,
                     state = case when state in ('REQUESTED', 'SENDING') then 'CANCELLED' else state end,
                     ended_at = case when state in ('REQUESTED', 'SENDING') then now() else ended_at end
               where session_id = $1::uuid
              returning id
            ), texts as (
              delete from content using erased where message_id = erased.id
            ), letters as (
              delete from dead_letter where headers::jsonb ->> 'ce_subject' = $1::uuid::text
            )
            select count(*) from erased
            """;

    private final Pool pool;

    EraseContacts(Pool pool) {
        this.pool = pool;
    }

    /** All of a session, at once and for good; @return how many messages it had. */
    public Uni<Long> ofSession(UUID session) {
        return pool.preparedQuery(SESSION)
                .execute(Tuple.of(session))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Of messages that have ended and came in longer ago than {@code age}; some of them, if there are many. */
    Uni<Integer> olderThan(Duration age, int most) {
        return pool.preparedQuery(OLD)
                .execute(Tuple.of((double) age.toSeconds(), most))
                .map(rows -> rows.rowCount());
    }
}
