package io.parley.notification.sending;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.notification.gateway.Gateways;
import io.parley.notification.message.Due;
import io.parley.notification.message.Entry;
import io.parley.notification.message.Ledger;
import io.parley.notification.message.Move;
import io.parley.notification.message.model.Channel;
import io.parley.notification.message.model.RetryPlan;
import io.parley.notification.message.model.StateName;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

/** Takes messages in hand for a while, and gives them back with what became of them. */
@ApplicationScoped
class Leases {

    /** Rows in one order, so that two replicas never wait for each other in a circle. */
    private static final String RENEW = """
            update message m set due_at = now() + make_interval(secs => $2)
              from (select id from message where id in (select id from jsonb_to_recordset($1::jsonb) as v(id uuid))
                     order by id for update) locked
              join jsonb_to_recordset($1::jsonb) as held(id uuid, epoch bigint) on held.id = locked.id
             where m.id = locked.id and m.epoch = held.epoch and m.state = 'SENDING'
            returning m.id, m.epoch
            """;

    private static final String WANTED =
            "select id from message where id = $1 and epoch = $2 and state = 'SENDING' and cancelled is null";

    private final Ledger ledger;
    private final Gateways gateways;
    private final Pool pool;
    private final SendingConfig config;

    Leases(Ledger ledger, Gateways gateways, Pool pool, SendingConfig config) {
        this.ledger = ledger;
        this.gateways = gateways;
        this.pool = pool;
        this.config = config;
    }

    Uni<Claim> claim(Channel channel, int limit) {
        var asked = System.nanoTime();
        return ledger.inTransaction(
                connection -> ledger.lockDue(connection, channel, limit).chain(due -> take(connection, due, asked)));
    }

    private Uni<Claim> take(SqlConnection connection, List<Due> due, long asked) {
        var moves = due.stream().map(this::claim).collect(toList());
        return ledger.write(connection, moves).replaceWith(() -> {
            var taken = IntStream.range(0, due.size())
                    .filter(at -> moves.get(at).isClaim())
                    .mapToObj(at -> inHand(due.get(at), asked))
                    .collect(toList());
            return new Claim(due.size(), taken);
        });
    }

    private Move claim(Due due) {
        var entry = due.entry();
        var next = entry.state().claim(entry.now());
        var gateway = next.name() == StateName.SENDING
                ? gateways.at(entry.channel(), next.tries().gateway()).name()
                : entry.gateway();
        return Move.claim(entry, gateway, config.lease());
    }

    private InHand inHand(Due due, long asked) {
        var position = due.entry().state().claim(due.entry().now()).tries().gateway();
        var gateway = gateways.at(due.entry().channel(), position);
        return new InHand(
                due,
                gateway,
                due.entry().epoch() + 1,
                asked,
                asked + config.lease().toNanos());
    }

    /** Whether the message is still ours and nobody has cancelled it. */
    Uni<Boolean> isWanted(InHand message) {
        return pool.preparedQuery(WANTED)
                .execute(Tuple.of(message.due().entry().id(), message.epoch()))
                .map(rows -> rows.size() > 0);
    }

    /** @return those that are still ours */
    Uni<List<String>> renew(Collection<InHand> held) {
        var json = new JsonArray(held.stream()
                .map(one -> new JsonObject().put("id", one.due().entry().id()).put("epoch", one.epoch()))
                .collect(toList()));
        return pool.preparedQuery(RENEW)
                .execute(Tuple.of(json, config.lease().toMillis() / 1000.0))
                .map(rows -> rows.stream()
                        .map(row -> InHand.key(row.getUUID("id"), row.getLong("epoch")))
                        .collect(toList()));
    }

    /** Writes down what became of messages; of one that somebody else has taken over meanwhile, nothing. */
    Uni<List<Move>> finish(List<Finished> finished) {
        Map<UUID, Finished> byId = finished.stream()
                .collect(toMap(one -> one.message().due().entry().id(), one -> one, Leases::later));
        return ledger.inTransaction(connection -> ledger.lock(connection, List.copyOf(byId.keySet()))
                .map(entries -> entries.stream()
                        .filter(entry ->
                                entry.epoch() == byId.get(entry.id()).message().epoch())
                        .map(entry -> move(entry, byId.get(entry.id())))
                        .collect(toList()))
                .call(moves -> ledger.write(connection, moves)));
    }

    private static Finished later(Finished one, Finished other) {
        return one.message().epoch() > other.message().epoch() ? one : other;
    }

    private Move move(Entry entry, Finished finished) {
        if (finished.handover() == null) {
            return Move.to(entry, entry.state().release(entry.now()));
        }
        var plan = new RetryPlan(
                config.firstRetry(),
                config.longestRetry(),
                gateways.of(entry.channel()).size());
        var chance = ThreadLocalRandom.current().nextDouble();
        return Move.finish(
                entry,
                entry.state().finish(finished.handover(), plan, entry.now(), chance),
                finished.handover(),
                finished.traceparent());
    }

    /**
     * What a claim found.
     *
     * @param due how many were due, those included whose time was up
     */
    record Claim(int due, List<InHand> taken) {}
}
