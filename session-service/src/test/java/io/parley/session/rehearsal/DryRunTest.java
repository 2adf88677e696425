package io.parley.session.rehearsal;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
class DryRunTest {

    @ParameterizedTest
    @ValueSource(strings = {"resend", "re-engage", "end", "link", "transfer"})
    void aRehearsalTellsWhatTheCommandThenDoesAndChangesNothing(String command) {
        var session = Given.aSessionOf(Given.anOwner(), Map.of("workflows", List.of(TeamSettings.WORKFLOW)));
        var before = session.read().asString();

        var rehearsed = dryRun(session, command);

        rehearsed.then().statusCode(200);
        assertThat(session.read().asString()).isEqualTo(before);
        assertThat(types(session)).hasSize(4);
        session.command(command, body(command)).then().statusCode(200);
        assertThat(rehearsed.<List<String>>path("events.type"))
                .containsExactlyElementsOf(
                        types(session).subList(4, types(session).size()));
        assertThat(rehearsed.<String>path("session.state"))
                .isEqualTo(session.read().path("state"));
        assertThat(rehearsed.<Integer>path("session.sequence"))
                .isEqualTo(session.read().path("sequence"));
        assertThat(rehearsed.asString()).doesNotContain("/j/");
    }

    @Test
    void aRehearsedStartStartsNothing() {
        var owner = Given.anOwner();

        Given.asMachine()
                .body(Map.of("owner", owner, "customer", Map.of("name", "Anna", "email", Given.anEmail())))
                .post("/api/sessions?dryRun=true")
                .then()
                .statusCode(200)
                .body("session.state", equalTo("INVITED"))
                .body("events.type", hasItem("parley.session.started.v1"))
                .body("messages.kind", hasItem("INVITATION"))
                .body("timers.clock", hasItem("link-lifetime"));
        assertThat(Given.asMachine().get("/api/sessions?owner=" + owner).<List<String>>path("items.id"))
                .isEmpty();
    }

    @Test
    void whatIsPutInAndTakenOutIsRehearsedAsWell() {
        var session = Given.aSessionOf(Given.anOwner(), Map.of("workflows", List.of(TeamSettings.WORKFLOW)));
        String workflow = session.read().path("workflows[0].id");
        var before = session.read().asString();

        var rehearsed = List.of(
                Given.asMachine().body(Map.of("text", "Hello")).post(at(session, "/messages")),
                Given.asMachine()
                        .contentType("multipart/form-data")
                        .multiPart("file", "a.txt", "Hello".getBytes(), "text/plain")
                        .post(at(session, "/documents")),
                Given.asMachine().delete(at(session, "/workflows/" + workflow)),
                Given.asMachine()
                        .contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body("{\"externalId\":\"dry\"}")
                        .patch(at(session, "")));

        rehearsed.forEach(answer -> answer.then().statusCode(200).body("events.size()", equalTo(1)));
        assertThat(session.read().asString()).isEqualTo(before);
        for (var list : List.of("messages", "documents")) {
            Given.asMachine()
                    .get("/api/sessions/{id}/{list}", session.id(), list)
                    .then()
                    .body("items", empty());
        }
    }

    @Test
    void whatWouldBeRefusedIsRefused() {
        var session = Given.anActiveSession();

        dryRun(session, "re-engage").then().statusCode(409).body("type", endsWith("/customer-already-joined"));
    }

    @Test
    void whatIsNotClearlyARehearsalIsNotDoneInEarnest() {
        var session = Given.anInvitedSession();

        Given.asMachine()
                .post("/api/sessions/{id}/end?dryRun=yes", session.id())
                .then()
                .statusCode(400);
        session.read().then().body("state", equalTo("INVITED"));
    }

    private static String at(Given.ASession session, String part) {
        return "/api/sessions/" + session.id() + part + "?dryRun=true";
    }

    private static Response dryRun(Given.ASession session, String command) {
        var body = body(command);
        var request = Given.asMachine();
        return (body == null ? request : request.body(body))
                .post("/api/sessions/{id}/{command}?dryRun=true", session.id(), command);
    }

    private static Object body(String command) {
        switch (command) {
            case "re-engage":
                return Map.of("customer", Map.of("name", "Bea Bright", "email", "bea@example.org"));
            case "transfer":
                return Map.of("owner", "carol");
            default:
                return null;
        }
    }

    private static List<String> types(Given.ASession session) {
        return Given.asMachine()
                .get("/api/sessions/{id}/timeline", session.id())
                .path("items.type");
    }
}
