package io.parley.benchmarks.clocks;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;

/** Open sessions whose inactivity clocks are due when it is wanted: copies, by SQL, of one that was started over REST. */
final class OpenSessions implements AutoCloseable {

    private static final String COPY = """
            with one as materialized (
                select *, jsonb_set(document::jsonb, '{expiresAt}', '"@due"')::text as template from session where id = ?
            )
            insert into session (id, version, sequence, state, owner, home_team, settings_team, customer_name, email,
                                 external_id, created_at, due_at, document)
            select copy.id, version, sequence, state, owner, home_team, settings_team, customer_name, email,
                   ?, copy.due, copy.due,
                   replace(replace(template, '@due', to_char(copy.due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
                           one.id::text, copy.id::text)
            from one, (select uuidv7() as id, ?::timestamptz + i * ? * interval '1 microsecond' as due
                       from generate_series(0, ? - 1) as s (i)) as copy
            """;

    /** When it was due stands in the column of its creation, which a strike leaves alone. */
    private static final String STRUCK = """
            select s.id, s.created_at, extract(epoch from t.at - s.created_at) * 1000
            from session s join timeline t on t.session_id = s.id and t.type = 'parley.session.expired.v1'
            where s.external_id = ?
            """;

    private static final String SOME_DUE = "select exists (select from session where due_at <= statement_timestamp())";

    private final HikariDataSource database;
    private final UUID one;

    OpenSessions(Installed installed) throws Exception {
        database = installed.database(1);
        var answer = Installed.HTTP.send(
                installed.start(installed.token(), System.nanoTime()), HttpResponse.BodyHandlers.ofString());
        one = UUID.fromString(
                new ObjectMapper().readTree(answer.body()).get("id").asText());
    }

    /**
     * So many, the first due at this instant.
     *
     * @param apart from each to the next
     * @return by what they are found
     */
    String due(int sessions, Instant first, Duration apart) throws SQLException {
        var mark = "clocks-" + UUID.randomUUID();
        try (var connection = database.getConnection();
                var vacuum = connection.createStatement();
                var insert = connection.prepareStatement(COPY)) {
            insert.setObject(1, one);
            insert.setString(2, mark);
            insert.setTimestamp(3, Timestamp.from(first));
            insert.setLong(4, apart.toNanos() / 1_000);
            insert.setInt(5, sessions);
            insert.executeUpdate();
            vacuum.execute("vacuum analyze session");
        }
        if (Instant.now().isAfter(first)) {
            throw new IllegalStateException("It took longer to make the sessions than until they are due");
        }
        return mark;
    }

    /** Waits until nothing is due any more, looked at as the service itself looks; then tells of all. */
    List<Struck> awaitAll(String mark, int sessions) throws Exception {
        try (var connection = database.getConnection();
                var look = connection.prepareStatement(SOME_DUE)) {
            for (boolean some = true; some; ) {
                Thread.sleep(100);
                var row = look.executeQuery();
                row.next();
                some = row.getBoolean(1);
            }
        }
        var struck = struck(mark);
        if (struck.size() != sessions) {
            throw new IllegalStateException("Of " + sessions + " clocks " + struck.size() + " have struck");
        }
        return struck;
    }

    private List<Struck> struck(String mark) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(STRUCK)) {
            select.setString(1, mark);
            var struck = new ArrayList<Struck>();
            for (var rows = select.executeQuery(); rows.next(); ) {
                struck.add(new Struck(
                        rows.getObject(1, UUID.class), rows.getTimestamp(2).toInstant(), rows.getDouble(3)));
            }
            return struck;
        }
    }

    /** @param late milliseconds from when it was due to the time of its event, which is that of the claim */
    record Struck(UUID session, Instant due, double late) {}

    @Override
    public void close() {
        database.close();
    }
}
