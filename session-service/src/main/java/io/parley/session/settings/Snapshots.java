package io.parley.session.settings;

import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** The snapshots that sessions pin: kept here, so that a session needs neither the team nor its service any more. */
@ApplicationScoped
public class Snapshots {

    private static final String KEEP =
            "insert into settings_snapshot (hash, body) values ($1, $2) on conflict do nothing";
    private static final String READ = "select body from settings_snapshot where hash = $1";

    private final Pool pool;
    private final ObjectMapper json;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final Cache<String, Snapshot> cache =
            Caffeine.newBuilder().maximumSize(1_000).build();

    Snapshots(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** Makes sure that a snapshot is stored before a session pins it; costs nothing once it is. */
    public Uni<Void> keep(Snapshot snapshot) {
        if (kept.contains(snapshot.hash())) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(snapshot.hash(), write(snapshot)))
                .invoke(() -> kept.add(snapshot.hash()))
                .replaceWithVoid();
    }

    /** A snapshot that a session pins. */
    public Uni<Snapshot> pinned(String hash) {
        var known = cache.getIfPresent(hash);
        return known != null
                ? Uni.createFrom().item(known)
                : pool.preparedQuery(READ)
                        .execute(Tuple.of(hash))
                        .map(this::read)
                        .invoke(snapshot -> cache.put(hash, snapshot));
    }

    private Snapshot read(RowSet<Row> rows) {
        try {
            return json.readValue(rows.iterator().next().getString("body"), Snapshot.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Snapshot snapshot) {
        try {
            return json.writeValueAsString(snapshot);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
