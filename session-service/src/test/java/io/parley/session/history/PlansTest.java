package io.parley.session.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.session.session.model.StateName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every shape of search finds what the same said plainly finds, and however many sessions there are, nothing that is asked
 * often reads them all. Ten million, which takes a quarter of an
 * hour and 13 GB: {@code -Dplans.sessions=10000000}; the table is then in {@code target/plans.md}.
 */
class PlansTest {

    private static final int SESSIONS = Integer.getInteger("plans.sessions", 30_000);
    private static final int FEW = 100_000;
    private static final int PAGE = 101;

    private static final UUID TEAM = team(0);
    private static final UUID LENDER = team(1);
    private static final Visible OWN = new Visible(false, "agent-7", Set.of());
    private static final Visible TEAMS = new Visible(false, "agent-7", Set.of(TEAM, LENDER));
    private static final Visible ALL = new Visible(true, "machine", Set.of());

    private final Map<String, String> queries = new LinkedHashMap<>();
    private final Map<String, String> naive = new LinkedHashMap<>();

    private static UUID team(int number) {
        return UUID.fromString("01987d3e-6c1a-7b2f-9d40-%012x".formatted(number));
    }

    @Test
    void everySearchFindsWhatItShouldAndNoQueryReadsATableFromEndToEnd() throws SQLException, IOException {
        var parts = new RealParts().start();
        var url = parts.get("quarkus.datasource.jdbc.url");
        var user = parts.get("quarkus.datasource.username");
        var password = parts.get("quarkus.datasource.password");
        try (var connection = DriverManager.getConnection(url, user, password)) {
            var sessions = new ManySessions(connection);
            try {
                sessions.drop();
                sessions.make(url, user, password, SESSIONS);
                searches();
                hotPaths(connection);
                check(connection);
                if (SESSIONS <= FEW) {
                    compare(connection);
                }
            } finally {
                sessions.drop();
            }
        }
    }

    private void check(Connection connection) throws SQLException, IOException {
        var table = new StringBuilder("| query | rows | pages | plan ms | run ms |\n| --- | --: | --: | --: | --: |\n");
        var scanned = new LinkedHashMap<String, List<String>>();
        for (var query : queries.entrySet()) {
            var plan = Plan.of(connection, query.getValue());
            table.append("| %s | %,d | %,d | %.1f | %.1f |%n"
                    .formatted(query.getKey(), plan.rows(), plan.pages(), plan.planningMillis(), plan.millis()));
            scanned.put(query.getKey(), plan.scanned());
        }
        Files.writeString(Path.of("target/plans.md"), "Sessions: " + SESSIONS + "\n\n" + table);
        scanned.values().removeIf(tables -> Set.of("session", "customer_word", "timeline").stream()
                .noneMatch(tables::contains));
        assertThat(scanned).isEmpty();
    }

    private void compare(Connection connection) throws SQLException {
        for (var name : naive.keySet()) {
            assertThat(ids(connection, queries.get(name))).as(name).isEqualTo(ids(connection, naive.get(name)));
        }
    }

    private static List<String> ids(Connection connection, String sql) throws SQLException {
        var ids = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private void searches() {
        each("", query -> {});
        each(", state ACTIVE", query -> query.state = List.of(StateName.ACTIVE));
        each(", state ENDED", query -> query.state = List.of(StateName.ENDED));
        each(", state PLANNED or INVITED", query -> query.state = List.of(StateName.PLANNED, StateName.INVITED));
        each(", updated", query -> query.updated = true);
        each(", a week two years ago", query -> {
            query.from = Instant.now().minus(Duration.ofDays(730));
            query.to = query.from.plus(Duration.ofDays(7));
        });
        each(", home team", query -> query.homeTeam = LENDER);
        each(", settings team", query -> query.settingsTeam = LENDER);
        each(", settings team, ACTIVE", query -> {
            query.settingsTeam = LENDER;
            query.state = List.of(StateName.ACTIVE);
        });
        each(", owner", query -> query.owner = "agent-3");
        for (var text :
                List.of("anna", "a", "belcor", "zoe belcordun", "c9@example.org", "office@example.org", "CRM-10")) {
            each(", q=" + text, query -> query.q = text);
        }
        each(", q=+4915100000010", query -> query.q = "+4915100000010");
        each(", q=anna, ACTIVE", query -> {
            query.q = "anna";
            query.state = List.of(StateName.ACTIVE);
        });
        each(", q=anna, ENDED", query -> {
            query.q = "anna";
            query.state = List.of(StateName.ENDED);
        });
        each(", q=belcordun, a week two years ago", query -> {
            query.q = "belcordun";
            query.from = Instant.now().minus(Duration.ofDays(730));
            query.to = query.from.plus(Duration.ofDays(7));
        });
        each(", q=anna, settings team", query -> {
            query.q = "anna";
            query.settingsTeam = LENDER;
        });
    }

    private void each(String name, Consumer<SessionQuery> asked) {
        var query = new SessionQuery();
        asked.accept(query);
        search("own" + name, query, OWN, null);
        search("teams" + name, query, TEAMS, null);
        search("all" + name, query, ALL, null);
        if (name.isEmpty()) {
            long twoYearsAgo = Instant.now().minus(Duration.ofDays(730)).toEpochMilli();
            var cursor = new UUID(twoYearsAgo << 16 | 0x7000, 0x8000_0000_0000_0000L);
            search("own, deep in the list", query, OWN, cursor);
            search("teams, deep in the list", query, TEAMS, cursor);
            search("all, deep in the list", query, ALL, cursor);
        }
    }

    private void search(String name, SessionQuery query, Visible visible, UUID cursor) {
        var text = query.q == null ? null : SearchText.read(query.q, "DE");
        var statement = new SearchStatement(query, text, visible, cursor, Instant.now(), PAGE);
        queries.put(name, Plan.withValues(statement.sql(), statement.statement().values()));
        naive.put(name, Naive.sql(query, text, visible, cursor, PAGE));
    }

    private void hotPaths(Connection connection) throws SQLException {
        String id;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from session order by id desc offset 10000 limit 1")) {
            rows.next();
            id = "'" + rows.getString(1) + "'";
        }
        queries.put("find by id, and by link", "select * from session where id = " + id + " for update");
        queries.put(
                "claim what is due",
                "select * from session where due_at <= now() order by due_at limit 200 for update skip locked");
        queries.put(
                "other open session of the owner",
                "select * from session where owner = 'agent-7' and state in ('INVITED', 'ACTIVE') and id <> " + id
                        + " limit 1");
        queries.put(
                "open session with the contact",
                "select * from session where owner = 'agent-7' and state in ('PLANNED', 'INVITED', 'ACTIVE')"
                        + " and (email = 'c9@example.org' or phone = 'c9@example.org') order by id desc limit 1");
        queries.put(
                "timeline",
                "select * from timeline where session_id = " + id + " and sequence > 0"
                        + " order by sequence limit 101");
        queries.put("relay's poll", "select * from outbox order by position limit 1000");
        queries.put(
                "forget idempotency keys",
                "delete from idempotency_key where created_at < now() - interval '24 hours'");
        queries.put(
                "note a look",
                "update session set seen_version = 3 where id = " + id
                        + " and owner = 'agent-7' and seen_version < 3 and customer_version > seen_version");
        queries.put("words of another customer", "delete from customer_word where session_id = " + id);
    }
}
