package io.parley.teamsettings.resolution;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import io.parley.teamsettings.api.WithRealParts;

import static io.parley.teamsettings.api.Api.aMemberOf;
import static io.parley.teamsettings.api.Api.aTeam;
import static io.parley.teamsettings.api.Api.resolve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
