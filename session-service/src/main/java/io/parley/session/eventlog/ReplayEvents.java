package io.parley.session.eventlog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.reactive.messaging.Channel;

import io.parley.rest.problem.PlainProblem;
import io.parley.rest.problem.Problem;
import io.parley.session.listing.Cursor;
import io.parley.session.live.stream.FollowLoop;
import io.parley.session.outbox.EventRecord;

/**
 * Sends past events to a topic of their own, as they were: same ids, same bytes, in the log's order, and answered for
 * when the broker has them. By a producer of their own, past the outbox: what is new does not wait behind what is old,
 * nor for a topic that is not there.
 */
@ApplicationScoped
class ReplayEvents {

    private static final int MOST_LOOKED_AT = 50_000;
    private static final int AT_ONCE = 2;
    private static final String COLUMNS =
            "select position, event_id, session_id, type, at, sequence, correlation_id, data from timeline";
    private static final String FILTER =
            " and ($3::timestamptz is null or at >= $3) and ($4::timestamptz is null or at < $4)"
                    + " and ($5::text is null or type = $5)";
    private static final String OF_ALL =
            COLUMNS + " where position > $1 and position <= $2" + FILTER + " order by position limit $6";
    private static final String OF_SESSION = COLUMNS + " where session_id = $7 and position > $1 and position <= $2"
            + FILTER + " order by sequence limit $6";

    private final Pool pool;
    private final FollowLoop follow;
    private final MutinyEmitter<String> emitter;
    private final AtomicInteger running = new AtomicInteger();

    ReplayEvents(Pool pool, FollowLoop follow, @Channel("replay") MutinyEmitter<String> emitter) {
        this.pool = pool;
        this.follow = follow;
        this.emitter = emitter;
    }

    /**
     * What was done.
     *
     * @param replayed how many events the broker has taken
     * @param nextCursor for the next call; absent when all is done
     */
    record Replayed(int replayed, String nextCursor) {}

    /** Few at a time: under a key each holds two connections, and all that starts sessions needs them, too. */
    Uni<Replayed> replay(ReplayInput input) {
        if (running.incrementAndGet() > AT_ONCE) {
            running.decrementAndGet();
            return Uni.createFrom().failure(Problem.of(PlainProblem.UNAVAILABLE));
        }
        return replayed(input).onTermination().invoke(running::decrementAndGet);
    }

    private Uni<Replayed> replayed(ReplayInput input) {
        long horizon = follow.horizon();
        // A rare type must not make one statement read all that there is.
        long end = input.session() == null ? Math.min(horizon, input.position() + MOST_LOOKED_AT) : horizon;
        return find(input, end)
                .call(rows -> sendAll(rows, input.topic()))
                .map(rows -> answer(rows, input.most(), end < horizon ? end : 0));
    }

    private Uni<RowSet<Row>> find(ReplayInput input, long end) {
        var parameters = Tuple.tuple()
                .addLong(input.position())
                .addLong(end)
                .addOffsetDateTime(utc(input.from()))
                .addOffsetDateTime(utc(input.to()))
                .addString(input.type())
                .addInteger(input.most());
        return input.session() == null
                ? pool.preparedQuery(OF_ALL).execute(parameters)
                : pool.preparedQuery(OF_SESSION).execute(parameters.addUUID(input.session()));
    }

    private Uni<Void> sendAll(RowSet<Row> rows, String topic) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> send(row, topic))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Whatever keeps the broker from taking it, a topic that is not there too, may be mended, and the call repeated. */
    private Uni<Void> send(Row row, String topic) {
        return emitter.sendMessage(EventRecord.of(row, topic))
                .onFailure()
                .transform(failure -> Problem.of(PlainProblem.UNAVAILABLE));
    }

    /** @param end to go on from where no more were found; 0 where there is nothing after it */
    private static Replayed answer(RowSet<Row> rows, int most, long end) {
        long last = StreamSupport.stream(rows.spliterator(), false)
                .mapToLong(row -> row.getLong("position"))
                .max()
                .orElse(0);
        long next = rows.size() == most ? last : end;
        return new Replayed(rows.size(), next == 0 ? null : Cursor.after(next));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
