package io.parley.notification.upkeep;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Deletes what is older than it is kept, a little at a time; replicas that do it at once skip each other's rows. */
@ApplicationScoped
class PurgeLoop {

    private static final int AT_ONCE = 5_000;

    private static final String MESSAGES = """
            with old as (
              select id from message
               where state not in ('REQUESTED', 'SENDING')
                 and received_at < now() - make_interval(secs => $1)
               limit $2 for update skip locked
            ), attempts as (delete from attempt using old where message_id = old.id)
            delete from message using old where message.id = old.id
            """;

    private final Vertx vertx;
    private final Pool pool;
    private final EraseContacts contacts;
    private final UpkeepConfig config;

    PurgeLoop(Vertx vertx, Pool pool, EraseContacts contacts, UpkeepConfig config) {
        this.vertx = vertx;
        this.pool = pool;
        this.contacts = contacts;
        this.config = config;
    }

    /** One statement and how old what it deletes must be. */
    private record Purge(String statement, Duration keep) {}

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.purgeEvery().toMillis(), timer -> purge());
    }

    private void purge() {
        Multi.createFrom()
                .iterable(List.of(
                        new Purge(older("inbox", "event_id", "arrived_at"), config.keepInbox()),
                        new Purge(older("dead_letter", "ctid", "arrived_at"), config.keepDeadLetters()),
                        new Purge(older("budget", "ctid", "starts_at"), config.keepBudgets()),
                        new Purge(MESSAGES, config.keepMessages())))
                .onItem()
                .transformToUniAndConcatenate(this::purge)
                .onItem()
                .ignoreAsUni()
                .chain(() -> contacts.olderThan(config.keepContacts(), AT_ONCE))
                .subscribe()
                .with(nothing -> {}, failure -> Log.warnf("Purge failed: error=%s", failure.toString()));
    }

    private Uni<Void> purge(Purge purge) {
        return pool.preparedQuery(purge.statement())
                .execute(Tuple.of((double) purge.keep().toSeconds(), AT_ONCE))
                .replaceWithVoid();
    }

    private static String older(String table, String key, String time) {
        return "delete from " + table + " where " + key + " in (select " + key + " from " + table + " where " + time
                + " < now() - make_interval(secs => $1) limit $2 for update skip locked)";
    }
}
