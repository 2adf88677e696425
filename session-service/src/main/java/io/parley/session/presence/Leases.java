package io.parley.session.presence;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.session.session.model.content.Side;

/**
 * What makes somebody present: a row for each side of a session that replicas vouch for. Nobody needs to be told of a
 * replica that was killed; what it vouched for runs out. Past the ORM: thousands of rows that are never looked at as
 * objects (docs/adr/0006).
 */
@ApplicationScoped
public class Leases {

    private static final String VOUCH = """
            insert into presence as p (session_id, side, online, since, until)
            select session_id, side, true, clock_timestamp(), clock_timestamp() + $3 * interval '1 ms'
            from unnest($1::uuid[], $2::text[]) as v (session_id, side)
            on conflict (session_id, side) do update
            set online = true, until = excluded.until,
                since = case when p.online and p.until > clock_timestamp() then p.since else excluded.since end
            """;

    /** Another replica that has a stream open vouches again before the grace is over. */
    private static final String LEAVE = """
            update presence p set until = least(p.until, clock_timestamp() + $3 * interval '1 ms')
            from unnest($1::uuid[], $2::text[]) as v (session_id, side)
            where p.session_id = v.session_id and p.side = v.side and p.online
            """;

    private static final String LAPSE = """
            update presence set online = false, since = until
            where (session_id, side) in (
                select session_id, side from presence where online and until <= clock_timestamp()
                order by session_id, side limit 1000 for update skip locked)
            """;

    private static final String APPEARANCES = """
            select p.session_id, p.side, p.online, p.since, s.owner, s.home_team
            from presence p join session s on s.id = p.session_id
            where p.since > clock_timestamp() - interval '1 minute'
            """;

    private final Pool pool;

    Leases(Pool pool) {
        this.pool = pool;
    }

    public Uni<Void> vouch(Collection<Present> all, Duration lease) {
        return write(VOUCH, all, lease);
    }

    public Uni<Void> leave(Collection<Present> all, Duration grace) {
        return write(LEAVE, all, grace);
    }

    public Uni<Void> lapse() {
        return pool.query(LAPSE).execute().replaceWithVoid();
    }

    /** Who has come or gone within the last minute. */
    public Uni<List<Appearance>> appearances() {
        return pool.query(APPEARANCES).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(Leases::appearance)
                .toList());
    }

    private Uni<Void> write(String statement, Collection<Present> all, Duration time) {
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var inOrder = all.stream().sorted().toList();
        return pool.preparedQuery(statement)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(inOrder.stream().map(Present::session).toArray(UUID[]::new))
                        .addArrayOfString(
                                inOrder.stream().map(p -> p.side().name()).toArray(String[]::new))
                        .addLong(time.toMillis()))
                .replaceWithVoid();
    }

    private static Appearance appearance(Row row) {
        return new Appearance(
                row.getUUID("session_id"),
                Side.valueOf(row.getString("side")),
                row.getBoolean("online"),
                row.getOffsetDateTime("since").toInstant(),
                row.getString("owner"),
                row.getUUID("home_team"));
    }
}
