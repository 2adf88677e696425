package io.parley.session.live.stream;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.session.live.model.Horizon;

/**
 * The timelines of all sessions, as those read them who follow. Past the ORM: it reads what is never changed, in
 * contexts that have no session of the ORM's (docs/adr/0006).
 */
@ApplicationScoped
public class Entries {

    // The position first, by a statement of its own: the writers are to be looked at after it. Whoever writes holds
    // this
    // lock from before the first position is given out to after the commit can be seen.
    private static final String LOOK = """
            select last_value - case when is_called then 0 else 1 end from timeline_position;
            select distinct virtualtransaction from pg_locks
            where locktype = 'relation' and relation = 'timeline'::regclass and mode = 'RowExclusiveLock'
                and database = (select oid from pg_database where datname = current_database())
            """;

    private static final String COLUMNS = "select position, session_id, sequence, type, data from timeline";
    private static final String OF_SESSION =
            COLUMNS + " where session_id = $1 and sequence > $2 order by sequence limit $3";
    private static final String AFTER = COLUMNS + " where position > $1 order by position limit $2";
    private static final String NEW = "(" + COLUMNS + " where position = any($1) order by position) union all ("
            + COLUMNS + " where position > $2 order by position limit $3)";

    private final Pool pool;

    Entries(Pool pool) {
        this.pool = pool;
    }

    /** The horizon a moment later. */
    Uni<Horizon> look(Horizon before) {
        return pool.query(LOOK).execute().map(rows -> look(before, rows));
    }

    private static Horizon look(Horizon before, RowSet<Row> rows) {
        long position = rows.iterator().next().getLong(0);
        var writers = StreamSupport.stream(rows.next().spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.toUnmodifiableSet());
        return before.look(new Horizon.Mark(position, writers));
    }

    Uni<List<Change>> ofSession(UUID session, long sequence, int most) {
        return read(OF_SESSION, Tuple.of(session, sequence, most));
    }

    Uni<List<Change>> after(long position, int most) {
        return read(AFTER, Tuple.of(position, most));
    }

    /** @param missing positions that were not there when those after them were */
    Uni<List<Change>> news(Collection<Long> missing, long position, int most) {
        return read(NEW, Tuple.of(missing.toArray(Long[]::new), position, most));
    }

    private Uni<List<Change>> read(String statement, Tuple parameters) {
        return pool.preparedQuery(statement).execute(parameters).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(Change::of)
                .toList());
    }
}
