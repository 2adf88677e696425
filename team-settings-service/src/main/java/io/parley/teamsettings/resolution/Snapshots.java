package io.parley.teamsettings.resolution;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.resolution.model.Snapshot;

/** Every snapshot that was ever handed out, once per content; none is ever changed or deleted. */
@ApplicationScoped
class Snapshots {

    private final Pool pool;
    private final Cache<String, Boolean> stored =
            Caffeine.newBuilder().maximumSize(50_000).build();

    Snapshots(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> keep(Snapshot snapshot) {
        if (stored.getIfPresent(snapshot.hash()) != null) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(
                        "insert into snapshot (hash, team, revision, content) values ($1, $2, $3, $4) on conflict do nothing")
                .execute(Tuple.of(
                        snapshot.hash(), UUID.fromString(snapshot.team()), snapshot.revision(), snapshot.content()))
                .invoke(done -> stored.put(snapshot.hash(), true))
                .replaceWithVoid();
    }

    Uni<Snapshot> get(String hash) {
        return pool.preparedQuery("select hash, team, revision, content from snapshot where hash = $1")
                .execute(Tuple.of(hash))
                .map(Snapshots::only);
    }

    private static Snapshot only(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw Problem.notFound();
        }
        var row = rows.iterator().next();
        return new Snapshot(
                row.getString("hash"),
                row.getUUID("team").toString(),
                row.getLong("revision"),
                row.getString("content"));
    }
}
