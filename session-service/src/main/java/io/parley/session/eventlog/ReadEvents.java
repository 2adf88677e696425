package io.parley.session.eventlog;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.rest.time.TimeLimit;
import io.parley.session.live.stream.FollowLoop;

/**
 * Reads the events of all sessions in one order that never changes: nothing ever appears before what was read. What
 * could still be overtaken waits, for as long as the transactions run that were begun before it (docs/adr/0015).
 */
@ApplicationScoped
class ReadEvents {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final String AFTER =
            "select position, event_id, session_id, type, at, sequence, correlation_id, data"
                    + " from timeline where position > $1 and position <= $2 order by position limit $3";

    private final Pool pool;
    private final FollowLoop follow;
    private final TimeLimit timeLimit;

    ReadEvents(Pool pool, FollowLoop follow, TimeLimit timeLimit) {
        this.pool = pool;
        this.follow = follow;
        this.timeLimit = timeLimit;
    }

    /** @param wait how long to wait for the first one, where there is none */
    Uni<EventPage> after(long position, int limit, Duration wait) {
        return read(position, limit)
                .chain(page -> page.items().isEmpty() && !wait.isZero() && !wait.isNegative()
                        ? later(position, limit, wait.minus(LOOK))
                        : Uni.createFrom().item(page));
    }

    private Uni<EventPage> later(long position, int limit, Duration wait) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(LOOK).chain(() -> after(position, limit, wait));
    }

    private Uni<EventPage> read(long position, int limit) {
        long horizon = follow.horizon();
        return horizon <= position
                ? Uni.createFrom().item(EventPage.empty(position))
                : timeLimit
                        .hold(pool.preparedQuery(AFTER).execute(Tuple.of(position, horizon, limit)))
                        .map(rows -> EventPage.of(rows, position));
    }
}
