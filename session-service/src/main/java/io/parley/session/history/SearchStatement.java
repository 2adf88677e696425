package io.parley.session.history;

import java.time.Instant;
import java.util.UUID;

/** Finds sessions, newest first, by as many walks along indexes as the search needs (docs/adr/0016). */
final class SearchStatement {

    private final Statement statement = new Statement();
    private final String sql;

    /**
     * @param text null for none
     * @param cursor after which to go on; null for the newest
     * @param most not more than these
     */
    SearchStatement(SessionQuery query, SearchText text, Visible visible, UUID cursor, Instant now, int most) {
        var filters = new Filters(query, visible, cursor, now, statement);
        this.sql = "select s.id, s.version, s.sequence, s.customer_version, s.seen_version, s.document from"
                + " (select distinct l.id from (" + Legs.union(statement, filters, text, most)
                + ") l order by l.id desc limit " + most + ") f join session s on s.id = f.id order by s.id desc";
    }

    String sql() {
        return sql;
    }

    Statement statement() {
        return statement;
    }
}
