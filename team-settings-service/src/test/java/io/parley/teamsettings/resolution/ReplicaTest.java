package io.parley.teamsettings.resolution;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import io.parley.teamsettings.api.WithRealParts;

import static io.parley.teamsettings.api.Api.aMemberOf;
import static io.parley.teamsettings.api.Api.aTeam;
import static io.parley.teamsettings.api.Api.aText;
import static io.parley.teamsettings.api.Api.asSystem;
import static io.parley.teamsettings.api.Api.lend;
import static io.parley.teamsettings.api.Api.resolve;
import static io.parley.teamsettings.api.Api.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** What another replica commits is seen here within the bound; the other one is played by its statements. */
@QuarkusTest
@WithRealParts
class ReplicaTest {

    @Test
    void aChangeOfAnotherReplicaIsSeenWithinTwoSeconds() throws SQLException {
        var team = aTeam();
        var subject = aMemberOf(team);
        for (int days = 1; days <= 10; days++) {
            var wanted = "P" + days + "D";
            resolve(subject, null).then().statusCode(200);

            change(team, wanted, true);

            await().atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> assertThat(lifetime(subject)).isEqualTo(wanted));
        }
    }

    @Test
    void whatIsNotCommittedIsNotSeen() throws SQLException {
        var team = aTeam();
        var subject = aMemberOf(team);

        change(team, "P9D", false);

        assertThat(lifetime(subject)).isEqualTo("P7D");
    }

    @Test
    void whoHasHeardOfAChangeIsAnsweredWithIt() throws SQLException {
        var team = aTeam();
        var subject = aMemberOf(team);
        resolve(subject, null).then().statusCode(200);
        for (int days = 1; days <= 10; days++) {
            change(team, "P" + days + "D", true);

            asSystem()
                    .contentType("application/json")
                    .body(Map.of("subject", subject))
                    .post("/api/resolutions?atLeast={revision}", query("select revision from clock"))
                    .then()
                    .statusCode(200)
                    .body("settings.link.lifetime", equalTo("P" + days + "D"));
        }
    }

    @Test
    void aChangeOfAnotherTeamLeavesInMemoryWhatIsThere() throws SQLException {
        var team = aTeam();
        var other = aTeam();
        var subject = aMemberOf(team);
        resolve(subject, null).then().body("subject.name", equalTo("Some Body"));
        renamedBehindOurBack(subject);

        set(other, Map.of("room", Map.of("chat", false)));
        aMemberOf(other);
        aText(other, "Nobody here sees it");
        resolve(subject, null).then().body("subject.name", equalTo("Some Body"));

        set(team, Map.of("room", Map.of("chat", false)));
        resolve(subject, null).then().body("subject.name", equalTo("Else"));
    }

    @Test
    void whoMayBeBorrowedFromIsNewToEverybody() throws SQLException {
        var team = aTeam();
        var lender = aTeam();
        var subject = aMemberOf(team);
        resolve(subject, null).then().body("enterableTeams.id", not(hasItem(lender)));

        set(lender, Map.of("room", Map.of("chat", false), "lending", Map.of("to", Map.of("mode", "ALL"))));
        resolve(subject, null).then().body("enterableTeams.id", hasItem(lender));

        lend(lender, "NONE");
        resolve(subject, null).then().body("enterableTeams.id", not(hasItem(lender)));
    }

    @Test
    void anAnswerThatEndsByItselfSaysWhen() {
        var team = aTeam();
        var lender = aTeam();
        var subject = aMemberOf(team);
        assertThat(resolve(subject, lender).statusCode()).isEqualTo(409);

        lend(
                lender,
                "LIST",
                Map.of("team", team, "until", Instant.now().plusSeconds(3600).toString()));

        var age = resolve(subject, lender).then().statusCode(200).extract().header("Cache-Control");
        assertThat(age).matches("private, max-age=(3600|35\\d\\d)");
        assertThat(resolve(aMemberOf(aTeam()), null).header("Cache-Control")).isNull();
    }

    private static void renamedBehindOurBack(String subject) throws SQLException {
        try (var connection = connection()) {
            execute(connection, "update member set name = 'Else' where subject = '" + subject + "'");
        }
    }

    private static long query(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String lifetime(String subject) {
        return resolve(subject, null).then().statusCode(200).extract().path("settings.link.lifetime");
    }

    private static void change(String team, String lifetime, boolean commit) throws SQLException {
        try (var connection = connection()) {
            connection.setAutoCommit(false);
            execute(connection, "update clock set revision = revision + 1");
            execute(connection, """
                    insert into setting (scope, key, value, revision, author, at)
                    select '%s', 'link.lifetime', '"%s"', revision, 'ada', now() from clock
                    on conflict (scope, key) do update set value = excluded.value""".formatted(UUID.fromString(team), lifetime));
            execute(connection, """
                    insert into change (revision, place, at, author, kind, team, detail)
                    select revision, 0, now(), 'ada', 'SETTINGS', '%s', '{"link.lifetime":"%s"}' from clock""".formatted(UUID.fromString(team), lifetime));
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Connection connection() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
