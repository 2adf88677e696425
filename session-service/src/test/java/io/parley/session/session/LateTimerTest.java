package io.parley.session.session;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import io.parley.session.testing.Given;
import io.parley.session.testing.Given.ASession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** What has lapsed is over for whoever asks, before a timer comes to it. */
@QuarkusTest
class LateTimerTest {

    @Test
    void aSessionThatHasLapsedIsInNobodysWay() throws SQLException {
        var owner = Given.anOwnerWithSettings("{\"session\":{\"singleActive\":true,\"endAfterInactivity\":\"PT2S\"}}");
        var lapsed = Given.aSessionOf(owner, Map.of());

        afterItLapsed(lapsed, () -> start(owner, Given.anEmail()).then().statusCode(201));
    }

    @Test
    void aSessionThatHasLapsedIsNotContinued() throws SQLException {
        var owner = Given.anOwnerWithSettings(
                "{\"session\":{\"contactReuse\":\"CONTINUE\",\"endAfterInactivity\":\"PT2S\"}}");
        var anna = Given.anEmail();
        var lapsed = new ASession(start(owner, anna).path("id"), owner, anna);

        afterItLapsed(lapsed, () -> start(owner, anna).then().statusCode(201).body("id", not(lapsed.id())));
    }

    @Test
    void aSessionThatIsContinuedIsShownWithWhatHasLapsedInIt() throws SQLException {
        var owner = Given.anOwnerWithSettings(
                "{\"session\":{\"contactReuse\":\"CONTINUE\"},\"link\":{\"lifetime\":\"PT2S\"}}");
        var anna = Given.anEmail();
        var session = new ASession(start(owner, anna).path("id"), owner, anna);

        after(session, "invitation.state", "EXPIRED", () -> start(owner, anna)
                .then()
                .statusCode(200)
                .body("id", equalTo(session.id()))
                .body("invitation.state", equalTo("EXPIRED")));
    }

    private static void afterItLapsed(ASession session, Runnable then) throws SQLException {
        after(session, "state", "ENDED", then);
    }

    /** Timers pass over what somebody else has locked. */
    private static void after(ASession session, String what, String lapsed, Runnable then) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        config("quarkus.datasource.jdbc.url"),
                        config("quarkus.datasource.username"),
                        config("quarkus.datasource.password"));
                var lock = connection.prepareStatement("select id from session where id = ?::uuid for update")) {
            connection.setAutoCommit(false);
            lock.setString(1, session.id());
            lock.execute();
            await().untilAsserted(
                            () -> assertThat(session.read().<String>path(what)).isEqualTo(lapsed));
            assertThat(Given.asMachine()
                            .get("/api/sessions/{id}/timeline", session.id())
                            .asString())
                    .as("the timer has not come to it")
                    .doesNotContain(".expired.v1");
            then.run();
        }
    }

    private static Response start(String owner, String email) {
        return Given.asMachine()
                .body(Map.of("owner", owner, "customer", Map.of("name", "Anna", "email", email)))
                .post("/api/sessions");
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
