package io.parley.session.problem;

import java.util.ArrayList;
import java.util.Map;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.EndlessBody;
import io.parley.local.testing.Refusals;
import io.parley.local.testing.Tokens;
import io.parley.session.access.Doors;
import io.parley.session.room.Browser;
import io.parley.session.room.Rooms;
import io.parley.session.testing.Given;

import static org.assertj.core.api.Assertions.assertThat;

/** Bad input of every kind to every endpoint that the OpenAPI document has. */
@QuarkusTest
class EveryEndpointRefusesTest {

    @TestHTTPResource
    String service;

    @Test
    void whatIsWrongByAProblemThatIsDocumentedAndChangesNothing() {
        // Where nobody chats nothing is said well.
        var session = Rooms.aSessionWith("{\"room\":{\"chat\":false}}");
        var token = session.token();
        var browser = Browser.in(session);
        var workflow = browser.workflow();
        var refusals = new Refusals(
                service.replaceAll("/$", ""),
                Map.of(
                        "Authorization", "Bearer " + Tokens.system(),
                        "Cookie", "__Host-parley-room=" + browser.secret()));
        var parameters = Map.of(
                "id", session.id(),
                "token", token,
                "asset", "01987d3e-0000-7000-8000-00000000dead",
                "workflow", "01987d3e-0000-7000-8000-00000000dead",
                "document", "01987d3e-0000-7000-8000-00000000dead",
                "step", "sign",
                "name", "not-found",
                "version", "0");
        var before = session.read();
        var faults = new ArrayList<String>();

        for (var endpoint : refusals.endpoints()) {
            boolean command =
                    endpoint.method().equals("POST") && endpoint.path().startsWith("/api/sessions");
            var body = Doors.BODIES
                    .getOrDefault(endpoint.name(), endpoint.consumes().isEmpty() ? "" : "{}")
                    .replace("{workflow}", workflow);
            faults.addAll(refusals.faults(endpoint, parameters, command ? "dryRun=true" : "", body));
        }

        assertThat(faults).isEmpty();
        assertThat(withoutPresence(session.read())).isEqualTo(withoutPresence(before));
        assertThat(session.read().header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(refusals.met())
                .containsKeys("400 invalid-request", "400 unreadable-request", "405 method-not-allowed");
    }

    @Test
    void aBodyThatGoesOnForEver() {
        var at = service.replaceAll("/$", "");
        var session = Given.aPlannedSession();

        assertThat(EndlessBody.post(at, "/api/sessions", Tokens.system(), 1 << 20))
                .startsWith("HTTP/1.1 413 ")
                .contains("/problems/request-too-large");
        assertThat(EndlessBody.postFile(at, "/api/sessions/" + session.id() + "/documents", Tokens.system(), 31 << 20))
                .startsWith("HTTP/1.1 413 ")
                .contains("/problems/request-too-large");
    }

    /** Who listens to the room's stream is there, whatever else they ask for. */
    private static Map<String, Object> withoutPresence(Response session) {
        var fields = session.jsonPath().<String, Object>getMap("");
        fields.remove("presence");
        return fields;
    }
}
