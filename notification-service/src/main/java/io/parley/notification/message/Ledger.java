package io.parley.notification.message;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.notification.delivery.DeliverySignal;
import io.parley.notification.message.model.Channel;

import static java.util.stream.Collectors.toList;

/**
 * The messages and how far each is. Every step is written with its attempt and the fact to publish in one statement,
 * on rows that the same transaction has locked.
 *
 * <p>Plain SQL instead of entities: these are the statements that each message costs, hundreds of rows at a time.
 */
@ApplicationScoped
public class Ledger {

    /** A paused channel still gives up in time; a draining one lets out what came before the drain. */
    private static final String LOCK_DUE = """
            select %s, c.request
              from message m
              join content c on c.message_id = m.id
              join channel ch on ch.name = m.channel
             where m.channel = $1 and m.state in ('REQUESTED', 'SENDING') and m.due_at <= now()
               and (ch.state = 'RUNNING' or ch.state = 'DRAINING' and m.received_at <= ch.changed_at
                    or m.give_up_at <= now())
             order by m.due_at
             limit $2
               for update of m skip locked
            """.formatted(Entry.COLUMNS);

    private static final String LOCK =
            "select " + Entry.COLUMNS + " from message m where m.id = any($1) order by m.id for update of m";

    private static final String WRITE = """
            with move as (
              select * from jsonb_to_recordset($1::jsonb) as v(
                id uuid, state text, due_at timestamptz, cancelled text, reason text, made int, unknown int,
                round int, gateway_at int, gateway text, claimed boolean, open boolean, over boolean, sent boolean,
                number int, ended_at_gateway text, result text, attempt_reason text, reference text,
                event_id uuid, type text, session_id uuid, correlation_id text, data text,
                traceparent text)
            ), moved as (
              update message m
                 set state = v.state, due_at = coalesce(v.due_at, m.due_at), cancelled = v.cancelled,
                     reason = v.reason, made = v.made, unknown = v.unknown, round = v.round,
                     gateway_at = v.gateway_at, gateway = v.gateway, epoch = m.epoch + v.claimed::int,
                     reference = coalesce(v.reference, m.reference),
                     sent_at = case when v.sent then coalesce(m.sent_at, now()) else m.sent_at end,
                     ended_at = case when v.over then coalesce(m.ended_at, now()) end
                from move v where m.id = v.id
            ), scrubbed as (
              delete from content c using move v where c.message_id = v.id and not v.open
            ), tried as (
              insert into attempt (message_id, number, gateway, result, reason)
              select id, number, ended_at_gateway, result, attempt_reason from move where number > 0
              on conflict do nothing
            )
            insert into outbox (slice, event_id, type, session_id, correlation_id, data, traceparent)
            select hashtext(session_id::text) & 7, event_id, type, session_id, correlation_id, data, traceparent
              from move where event_id is not null
            """;

    private final Pool pool;
    private final DeliverySignal deliveries;
    private final MeterRegistry metrics;

    Ledger(Pool pool, DeliverySignal deliveries, MeterRegistry metrics) {
        this.pool = pool;
        this.deliveries = deliveries;
        this.metrics = metrics;
    }

    /** Commits with the work or not at all; what is to be published goes out right after. */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work).invoke(deliveries::wake);
    }

    public Uni<List<Due>> lockDue(SqlConnection connection, Channel channel, int limit) {
        return connection
                .preparedQuery(LOCK_DUE)
                .execute(Tuple.of(channel.name(), limit))
                .map(rows -> rows.stream()
                        .map(row -> new Due(Entry.of(row), row.getString("request")))
                        .collect(toList()));
    }

    public Uni<List<Entry>> lock(SqlConnection connection, List<UUID> ids) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> rows.stream().map(Entry::of).collect(toList()));
    }

    /** The message that a gateway took under its own reference, or null. */
    public Uni<UUID> find(String gateway, String reference) {
        return pool.preparedQuery("select id from message where gateway = $1 and reference = $2")
                .execute(Tuple.of(gateway, reference))
                .map(rows -> rows.iterator().hasNext() ? rows.iterator().next().getUUID("id") : null);
    }

    public Uni<Void> write(SqlConnection connection, List<Move> moves) {
        var json = new JsonArray(
                moves.stream().filter(Move::changesAnything).map(MoveJson::of).collect(toList()));
        return json.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(WRITE)
                        .execute(Tuple.of(json))
                        .invoke(() -> count(moves))
                        .replaceWithVoid();
    }

    private void count(List<Move> moves) {
        moves.stream()
                .filter(move ->
                        move.to().name().rank() > move.from().state().name().rank())
                .forEach(move -> metrics.counter(
                                "parley.messages",
                                "channel",
                                move.from().channel().name(),
                                "state",
                                move.to().name().name())
                        .increment());
    }
}
