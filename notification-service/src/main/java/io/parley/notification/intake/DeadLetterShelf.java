package io.parley.notification.intake;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import static java.util.stream.Collectors.toList;

/** Where dead letters wait for operators: to be looked at, and to be tried again. */
@ApplicationScoped
public class DeadLetterShelf {

    private static final String ADD = "insert into dead_letter (topic, partition, \"offset\", reason, headers, value)"
            + " values ($1, $2, $3, $4, $5, $6) on conflict (topic, partition, \"offset\") do nothing";
    private static final String REMOVE =
            "delete from dead_letter where topic = $1 and partition = $2 and \"offset\" = $3";
    private static final String OLDEST =
            "select topic, partition, \"offset\", reason, headers, value, arrived_at from dead_letter"
                    + " order by arrived_at, topic, partition, \"offset\" limit $1";
    private static final int AT_ONCE = 500;

    private final Pool pool;
    private final Arrivals arrivals;
    private final Intake intake;

    DeadLetterShelf(Pool pool, Arrivals arrivals, Intake intake) {
        this.pool = pool;
        this.arrivals = arrivals;
        this.intake = intake;
    }

    /** A dead letter without what is in it. */
    public record Label(String topic, int partition, long offset, String reason, OffsetDateTime arrivedAt) {}

    public Uni<List<Label>> oldest(int limit) {
        return pool.preparedQuery(OLDEST)
                .execute(Tuple.of(limit))
                .map(rows -> rows.stream().map(DeadLetterShelf::label).collect(toList()));
    }

    /** Tries the oldest again; @return how many could be worked off now. */
    public Uni<Integer> tryAgain() {
        return pool.preparedQuery(OLDEST)
                .execute(Tuple.of(AT_ONCE))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(this::tryAgain)
                .filter(done -> done)
                .collect()
                .asList()
                .map(List::size);
    }

    Uni<Void> add(Arrival arrival) {
        var record = arrival.record();
        var headers = new JsonObject();
        record.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null
                                ? null
                                : Plain.line(new String(header.value(), StandardCharsets.UTF_8))));
        var value = Buffer.buffer(record.value() == null ? new byte[0] : record.value());
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        arrival.unreadable(),
                        headers.encode(),
                        value.getDelegate()))
                .replaceWithVoid();
    }

    private Uni<Boolean> tryAgain(Row row) {
        var arrival = arrivals.read(record(row));
        return arrival.unreadable() != null
                ? Uni.createFrom().item(false)
                : intake.take(List.of(arrival)).chain(() -> remove(row)).replaceWith(true);
    }

    private Uni<Void> remove(Row row) {
        return pool.preparedQuery(REMOVE)
                .execute(Tuple.of(row.getString("topic"), row.getInteger("partition"), row.getLong("offset")))
                .replaceWithVoid();
    }

    private static ConsumerRecord<byte[], byte[]> record(Row row) {
        var record = new ConsumerRecord<byte[], byte[]>(
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("offset"),
                null,
                row.getBuffer("value").getBytes());
        new JsonObject(row.getString("headers"))
                .stream().filter(header -> header.getValue() != null).forEach(header -> record.headers()
                        .add(header.getKey(), header.getValue().toString().getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static Label label(Row row) {
        return new Label(
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("offset"),
                row.getString("reason"),
                row.getOffsetDateTime("arrived_at"));
    }
}
