package io.parley.session.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.parley.local.testing.Endpoint;
import io.parley.local.testing.SignedTokens;
import io.parley.local.web.Json;
import io.parley.session.room.Rooms;
import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** Every cell of who × how they stand to the session × endpoint, over HTTP. */
@QuarkusTest
class AuthorizationMatrixTest {

    private static final String NOBODYS = "01987d3e-0000-7000-8000-00000000dead";
    private static final String NO_SESSION = "01987d3e-0000-7000-8000-00000000beef";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Map<Standing.Team, Map<String, String>> SESSIONS = new EnumMap<>(Standing.Team.class);

    @TestHTTPResource
    String service;

    private List<Endpoint> endpoints;

    private enum Outcome {
        DONE,
        FORBIDDEN,
        HIDDEN,
        UNAUTHENTICATED
    }

    private record Answer(int status, String type) {

        /** Whatever is answered to those who may is no matter of access. */
        Outcome outcome() {
            if (status == 401) {
                return Outcome.UNAUTHENTICATED;
            }
            if (status == 403) {
                return Outcome.FORBIDDEN;
            }
            return "/problems/not-found".equals(type) ? Outcome.HIDDEN : Outcome.DONE;
        }
    }

    @BeforeEach
    void endpoints() {
        service = service.replaceAll("/$", "");
        endpoints = Endpoint.of(service);
    }

    @Test
    void everyEndpointSaysWhoMay() {
        var known = new HashSet<>(Doors.OF_A_SESSION.keySet());
        known.addAll(Doors.OF_ROLES.keySet());
        known.addAll(Doors.OF_THE_CUSTOMER);
        known.addAll(Doors.OPEN);

        assertThat(endpoints).extracting(Endpoint::name).allSatisfy(name -> assertThat(known)
                .contains(name));
        assertThat(endpoints).extracting(Endpoint::name).containsAll(Doors.OF_A_SESSION.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void whoMayDoesAndWhoMayNotKnowIsToldNothing(Standing standing) {
        var session = standing.owns() ? startedFor(standing) : sessionWith(standing.settingsTeam);
        standing.introduce();
        var token = standing.token();
        var softly = new SoftAssertions();

        for (var endpoint : endpoints) {
            var action = Doors.OF_A_SESSION.get(endpoint.name());
            if (action != null) {
                softly.assertThat(ask(endpoint, session, token).outcome())
                        .as("%s to %s", standing, endpoint)
                        .isEqualTo(expected(standing, action));
            }
            var roles = Doors.OF_ROLES.get(endpoint.name());
            if (roles != null) {
                softly.assertThat(ask(endpoint, session, token).status() == 403)
                        .as("%s to %s is forbidden", standing, endpoint)
                        .isEqualTo(standing.roles.stream().noneMatch(roles::contains));
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "SOMEBODY_WITH.*|AN_ADMINISTRATOR")
    void aListHoldsWhatMayBeSeenAndNothingElse(Standing standing) {
        var session = standing.owns() ? startedFor(standing) : sessionWith(standing.settingsTeam);
        standing.introduce();
        var found = new ArrayList<String>();
        for (var scope : List.of("mine", "team", "all")) {
            List<String> items = RestAssured.given()
                    .auth()
                    .oauth2(standing.token())
                    .get("/api/sessions?scope={scope}&owner={owner}", scope, session.get("owner"))
                    .path("items.id");
            found.addAll(items == null ? List.of() : items);
        }

        assertThat(found.contains(session.get("id"))).isEqualTo(standing.allowed.contains(Action.SEE));
        assertThat(standing.allowed.contains(Action.SEE) || found.isEmpty()).isTrue();
    }

    @Test
    void aTokenThatIsWrongInAnyWayOpensNothing() {
        var session = sessionWith(Standing.Team.SALES);
        var tokens = SignedTokens.wrong(session.get("owner"), List.of("agent", "supervisor", "admin", "system"));
        var softly = new SoftAssertions();

        for (var endpoint : endpoints) {
            if (Doors.OF_A_SESSION.containsKey(endpoint.name()) || Doors.OF_ROLES.containsKey(endpoint.name())) {
                tokens.forEach((why, token) -> softly.assertThat(
                                ask(endpoint, session, token).outcome())
                        .as("a token %s to %s", why, endpoint)
                        .isEqualTo(Outcome.UNAUTHENTICATED));
                softly.assertThat(ask(endpoint, session, null).outcome())
                        .as("no token to %s", endpoint)
                        .isEqualTo(Outcome.UNAUTHENTICATED);
            }
        }
        softly.assertAll();
    }

    @Test
    void noTokenOpensTheRoom() {
        var session = sessionWith(Standing.Team.SALES);
        var softly = new SoftAssertions();

        for (var token : List.of(
                SignedTokens.of(session.get("owner"), List.of("agent", "supervisor", "admin")),
                SignedTokens.of("machine", List.of("system")))) {
            endpoints.stream()
                    .filter(endpoint -> Doors.OF_THE_CUSTOMER.contains(endpoint.name()))
                    .forEach(endpoint -> softly.assertThat(
                                    ask(endpoint, session, token).type())
                            .as("a token to %s", endpoint)
                            .isIn("/problems/not-in-the-room", "/problems/link-unknown"));
        }
        softly.assertAll();
    }

    @Test
    void whatIsHiddenIsAnsweredAsIfItWereNotThere() {
        var session = sessionWith(Standing.Team.SALES);
        var standing = Standing.AN_AGENT_OF_ANOTHER_TEAM;
        standing.introduce();
        var softly = new SoftAssertions();

        for (var endpoint : endpoints) {
            if (Doors.OF_A_SESSION.containsKey(endpoint.name())) {
                var another = new HashMap<>(session);
                another.put("id", NO_SESSION);
                softly.assertThat(told(endpoint, session, standing.token()))
                        .as("%s", endpoint)
                        .isEqualTo(told(endpoint, another, standing.token()));
            }
        }
        softly.assertAll();
    }

    private static Outcome expected(Standing standing, Action action) {
        if (standing.roles.stream().noneMatch(Set.of("agent", "supervisor", "system")::contains)) {
            return Outcome.FORBIDDEN;
        }
        if (standing.allowed.contains(action)) {
            return Outcome.DONE;
        }
        return standing.allowed.contains(Action.SEE) ? Outcome.FORBIDDEN : Outcome.HIDDEN;
    }

    private static Map<String, String> sessionWith(Standing.Team settingsTeam) {
        return SESSIONS.computeIfAbsent(settingsTeam, team -> started("matrix-owner-" + UUID.randomUUID(), team));
    }

    private static Map<String, String> startedFor(Standing standing) {
        standing.introduce(Standing.Team.SALES);
        return started(standing.subject(), standing.settingsTeam);
    }

    /** One of everything in it that an address can name. */
    private static Map<String, String> started(String owner, Standing.Team settingsTeam) {
        TeamSettings.change(owner, "{\"team\":" + settingsTeam.json() + "}");
        var session = Given.aSessionOf(
                owner, Map.of("workflows", List.of(TeamSettings.WORKFLOW), "assets", List.of(TeamSettings.TEXT_ASSET)));
        String document = Given.asMachine()
                .contentType("multipart/form-data")
                .multiPart("file", "a.pdf", Rooms.PDF)
                .post("/api/sessions/{id}/documents", session.id())
                .path("id");
        return Map.of(
                "id", session.id(),
                "owner", owner,
                "workflow", session.read().path("workflows[0].id"),
                "asset", session.read().path("assets[0].id"),
                "document", document,
                "token", "A".repeat(64),
                "step", "terms");
    }

    private Answer ask(Endpoint endpoint, Map<String, String> session, String token) {
        var answer = send(endpoint, session, token);
        try (var body = answer.body()) {
            // A stream of events goes on for ever.
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
                return new Answer(answer.statusCode(), null);
            }
            var text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(
                    answer.statusCode(),
                    answer.statusCode() < 400
                            ? null
                            : Json.tree(text).get("type").asText());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String told(Endpoint endpoint, Map<String, String> session, String token) {
        var answer = send(endpoint, session, token);
        try (var body = answer.body()) {
            return answer.statusCode() + " " + answer.headers().map().keySet() + " "
                    + new String(body.readAllBytes(), StandardCharsets.UTF_8).replace(session.get("id"), "{session}");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Commands only as a rehearsal, deletions of what is not there: the sessions stay as they are. */
    private HttpResponse<InputStream> send(Endpoint endpoint, Map<String, String> session, String token) {
        var path = endpoint.method().equals("DELETE")
                ? endpoint.at(Map.of("id", session.get("id"))).replaceAll("\\{\\w+}", NOBODYS)
                : endpoint.at(session);
        var request = HttpRequest.newBuilder(
                        URI.create(service + path + (endpoint.method().equals("POST") ? "?dryRun=true" : "")))
                .method(endpoint.method(), HttpRequest.BodyPublishers.ofString(body(endpoint, session)));
        request.header("Content-Type", contentType(endpoint));
        if (endpoint.method().equals("PATCH")) {
            request.header("If-Match", "*");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String contentType(Endpoint endpoint) {
        var type = endpoint.consumes().stream().findFirst().orElse("application/json");
        return type.startsWith("multipart/") ? type + "; boundary=xx" : type;
    }

    private static String body(Endpoint endpoint, Map<String, String> session) {
        if (contentType(endpoint).startsWith("multipart/")) {
            return "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                    + "Content-Type: text/plain\r\n\r\nhello\r\n--xx--\r\n";
        }
        if (endpoint.method().equals("GET")) {
            return "";
        }
        return Doors.BODIES.getOrDefault(endpoint.name(), "{}").replace("{workflow}", session.get("workflow"));
    }
}
