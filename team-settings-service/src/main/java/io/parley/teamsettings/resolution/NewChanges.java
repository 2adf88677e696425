package io.parley.teamsettings.resolution;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads what was changed since a revision, and notes whom it touches. */
@ApplicationScoped
class NewChanges {

    private static final int MOST = 1_000;

    // Whose settings may be borrowed is in the answer to everybody: to lend, and what a lending team is called, is for
    // all.
    private static final String SQL = """
            select c.revision as clock, h.revision, h.team, h.subject,
                   h.team is null or h.kind in ('LENDING', 'TEAM_CREATED', 'TEAM_RENAMED', 'TEAM_DELETED')
                       or h.kind = 'SETTINGS' and h.detail like '%"lending.%' as everybody
            from clock c
            left join change h on h.revision > $1 and h.revision <= c.revision and h.kind <> 'DRAFT'
            order by h.revision
            limit $2""";

    private final Pool pool;
    private final Touches touches;

    NewChanges(Pool pool, Touches touches) {
        this.pool = pool;
        this.touches = touches;
    }

    /** @return the revision of the newest change of all */
    Uni<Long> since(long revision) {
        return pool.preparedQuery(SQL).execute(Tuple.of(revision, MOST)).map(this::note);
    }

    private long note(RowSet<Row> rows) {
        var clock = rows.iterator().next().getLong("clock");
        if (rows.size() == MOST) {
            touches.everybody(clock);
        }
        rows.forEach(this::note);
        return clock;
    }

    private void note(Row change) {
        var revision = change.getLong("revision");
        if (revision == null) {
            return;
        }
        if (change.getBoolean("everybody")) {
            touches.everybody(revision);
        } else if (change.getString("subject") != null) {
            touches.member(change.getString("subject"), revision);
        } else {
            touches.team(change.getUUID("team").toString(), revision);
        }
    }
}
