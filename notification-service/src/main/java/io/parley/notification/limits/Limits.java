package io.parley.notification.limits;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.notification.message.model.Channel;
import io.parley.notification.message.model.Request;

import static java.util.stream.Collectors.toList;

/**
 * The last line against pumping: whatever let the request through, no more texts go out than the budgets say. Plain
 * SQL, one statement a text, always in the same order of rows.
 */
@ApplicationScoped
public class Limits {

    private static final String CHARGE = """
            insert into budget as b (scope, key, starts_at, used)
            select scope, key, date_trunc(unit, now(), 'UTC'), 1
              from jsonb_to_recordset($1::jsonb) as v(scope text, key text, unit text)
             order by scope, key
            on conflict (scope, key, starts_at) do update set used = b.used + 1
            returning scope, used
            """;

    private final Pool pool;
    private final LimitsConfig config;
    private final MeterRegistry metrics;

    Limits(Pool pool, LimitsConfig config, MeterRegistry metrics) {
        this.pool = pool;
        this.config = config;
        this.metrics = metrics;
    }

    /** Charges one text to all its accounts; whether none of them is overdrawn. Mails cost nothing. */
    public Uni<Boolean> allow(Request request) {
        if (request.channel() != Channel.SMS) {
            return Uni.createFrom().item(true);
        }
        var region = Region.of(request.to());
        if (config.countries().isPresent() && !config.countries().get().contains(region)) {
            return Uni.createFrom().item(refused("country-list"));
        }
        var charges = Charge.of(request, region, config);
        return pool.preparedQuery(CHARGE).execute(Tuple.of(json(charges))).map(rows -> isWithin(charges, rows));
    }

    private boolean isWithin(List<Charge> charges, RowSet<Row> rows) {
        Map<String, Integer> used = new HashMap<>();
        rows.forEach(row -> used.put(row.getString("scope"), row.getInteger("used")));
        return charges.stream()
                .filter(charge -> used.get(charge.scope()) > charge.limit())
                .findFirst()
                .map(charge -> refused(charge.scope()))
                .orElse(true);
    }

    private boolean refused(String scope) {
        metrics.counter("parley.limits.refused", "scope", scope).increment();
        return false;
    }

    private static JsonArray json(List<Charge> charges) {
        return new JsonArray(charges.stream()
                .map(charge -> new JsonObject()
                        .put("scope", charge.scope())
                        .put("key", charge.key())
                        .put("unit", charge.unit()))
                .collect(toList()));
    }
}
