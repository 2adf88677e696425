package io.parley.session.problem;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.HungDatabase;
import io.parley.local.testing.RealParts;
import io.parley.local.testing.Tokens;
import io.parley.local.testing.WhileItHangs;
import io.parley.session.access.Doors;
import io.parley.session.room.Browser;
import io.parley.session.room.Rooms;
import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** A database that hangs keeps nobody waiting for ever, and what was asked of it meanwhile is done or not done, whole. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class HangingDatabaseTest {

    private static final int MORE_THAN_CONNECTIONS = 24;

    @TestHTTPResource
    String service;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Test
    void everyRequestIsAnsweredInTimeAndItsKeyTellsTheTruthAfterwards() {
        var session = Rooms.aSession();
        var browser = Browser.in(session);
        var externalId = UUID.randomUUID().toString();
        var start = Doors.BODIES.get("POST /api/sessions").replace("\"x\"", "\"" + externalId + "\"");
        var bodies = new HashMap<>(Doors.BODIES);
        bodies.put("POST /api/sessions", start);
        var headers = Map.of(
                "Authorization", "Bearer " + Tokens.system(),
                "Cookie", "__Host-parley-room=" + browser.secret());
        var parameters = Map.of(
                "id",
                session.id(),
                "token",
                session.token(),
                "asset",
                TeamSettings.TEXT_ASSET,
                "workflow",
                browser.workflow(),
                "document",
                session.id(),
                "step",
                "sign",
                "name",
                "not-found",
                "version",
                "0");
        Map<String, String> answers;

        try (var hung = HungDatabase.at(database, "session")) {
            answers = WhileItHangs.answers(externalId, service.replaceAll("/$", ""), headers, parameters, bodies);
        }

        assertThat(answers).allSatisfy((endpoint, answer) -> assertThat(answer).matches("[2-5]\\d\\d"));
        assertThat(answers)
                .containsEntry("POST /api/sessions", "503")
                .containsEntry("GET /api/sessions/{id}", "503")
                .containsEntry("POST /api/sessions/{id}/end", "503")
                .containsEntry("GET /api/room", "503")
                .containsEntry("GET /j/{token}", "503");
        await().untilAsserted(() ->
                started(start, externalId + "POST /api/sessions").then().statusCode(201));
        Given.asMachine().get("/api/sessions?scope=all&q=" + externalId).then().body("items.size()", equalTo(1));
    }

    @Test
    void whoWaitsForALockInVainIsToldSoAndNothingIsDone() throws SQLException {
        var session = Given.anInvitedSession();

        try (var holder = holderOf(session)) {
            session.command("end", null)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", endsWith("/unavailable"));
        }

        session.read().then().body("state", equalTo("INVITED"));
    }

    @Test
    void whatIsAskedByCallersWhoLeaveIsDoneToItsEndAndHoldsNothing() throws SQLException {
        var sessions = Stream.generate(Given::anInvitedSession)
                .limit(MORE_THAN_CONNECTIONS)
                .toList();

        for (var session : sessions) {
            try (var holder = holderOf(session)) {
                leaveAfterAsking(session.id() + "/end", holder);
            }
        }

        await().untilAsserted(() ->
                assertThat(sessions).allSatisfy(session -> session.read().then().body("state", equalTo("ENDED"))));
    }

    private Response started(String body, String key) {
        return Given.asMachine().header("Idempotency-Key", key).body(body).post("/api/sessions");
    }

    /** Goes once the request is in the middle of its transaction. */
    private void leaveAfterAsking(String command, Connection holder) {
        var request = HttpRequest.newBuilder(URI.create(service + "api/sessions/" + command))
                .header("Authorization", "Bearer " + Tokens.system())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.discarding());
        await().until(() -> waitsForALock(holder));
        answer.cancel(true);
    }

    private static boolean waitsForALock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var waiting = statement.executeQuery("select 1 from pg_locks where not granted")) {
            return waiting.next();
        }
    }

    private Connection holderOf(Given.ASession session) throws SQLException {
        var connection = DriverManager.getConnection(database, "session", "session");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select 1 from session where id = '" + session.id() + "' for update");
        }
        return connection;
    }
}
