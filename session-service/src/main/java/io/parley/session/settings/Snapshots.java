package io.parley.session.settings;

import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The snapshots that sessions pin: kept here, so that a session needs neither the team nor its service any more. */
@ApplicationScoped
public class Snapshots {

    private static final String KEEP =
            "insert into settings_snapshot (hash, body) values ($1, $2) on conflict do nothing";
    private static final String KEEP_WITHIN =
            "insert into settings_snapshot (hash, body) values (?1, ?2) on conflict do nothing";
    private static final String READ = "select body from settings_snapshot where hash = ?1";

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

    /** The same in the transaction that runs, and gone with it if that is rolled back. */
    public Uni<Void> keepWithin(Snapshot snapshot) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP_WITHIN)
                        .setParameter(1, snapshot.hash())
                        .setParameter(2, write(snapshot))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * A snapshot that a session pins. It is read on the connection of the session that is open: whoever holds a lock and
     * waits for a second connection waits for those who wait for the lock.
     */
    public Uni<Snapshot> pinned(String hash) {
        var known = cache.getIfPresent(hash);
        return known != null
                ? Uni.createFrom().item(known)
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(READ, String.class)
                                .setParameter(1, hash)
                                .getSingleResult())
                        .map(this::read)
                        .invoke(snapshot -> cache.put(hash, snapshot));
    }

    /** The same, on a connection that holds locks outside of any session. */
    public Uni<Snapshot> pinned(String hash, SqlConnection connection) {
        var known = cache.getIfPresent(hash);
        return known != null
                ? Uni.createFrom().item(known)
                : connection
                        .preparedQuery(READ.replace("?1", "$1"))
                        .execute(Tuple.of(hash))
                        .map(rows -> read(rows.iterator().next().getString("body")))
                        .invoke(snapshot -> cache.put(hash, snapshot));
    }

    private Snapshot read(String body) {
        try {
            return json.readValue(body, Snapshot.class);
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
