package io.parley.session.history;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.local.testing.RealParts;
import io.parley.session.testing.Given;
import io.parley.session.testing.Given.ASession;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Sessions are found again by what is known of them, by those who may see them. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class HistoryTest {

    private static List<String> found(Response answer) {
        answer.then().statusCode(200);
        return answer.path("items.id");
    }

    private static List<String> machineFinds(String name, Object value) {
        return found(Given.asMachine().queryParam(name, value).get("/api/sessions"));
    }

    private static ASession aSessionWith(Map<String, Object> customer) {
        return Given.aSessionOf(Given.anOwner(), Map.of("customer", customer));
    }

    private static String word() {
        return "x" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    void aNameIsFoundByTheBeginningOfAnyWordWhateverItsCaseAndAccents() {
        var word = word();
        var session = aSessionWith(Map.of("name", "Zoë van der Mül" + word, "email", Given.anEmail()));

        for (var text : List.of("mul" + word, "MÜL" + word.substring(0, 20), "van MUL" + word, "mul" + word + " zoe")) {
            assertThat(machineFinds("q", text)).as(text).containsExactly(session.id());
        }
        for (var text : List.of("ul" + word, "mul" + word + "y", "anna mul" + word, "%" + word, "_ul" + word)) {
            assertThat(machineFinds("q", text)).as(text).isEmpty();
        }
    }

    @Test
    void aReengagedSessionIsFoundByItsNewCustomerOnly() {
        var before = word();
        var after = word();
        var session = aSessionWith(Map.of("name", before, "email", Given.anEmail()));

        session.command("re-engage", Map.of("customer", Map.of("name", after, "email", Given.anEmail())));

        assertThat(machineFinds("q", before)).isEmpty();
        assertThat(machineFinds("q", after)).containsExactly(session.id());
    }

    @Test
    void anAddressIsFoundWhateverItsCase() {
        var email = Given.anEmail();
        var session = aSessionWith(Map.of("name", "Anna", "email", email));

        assertThat(machineFinds("q", email.toUpperCase())).containsExactly(session.id());
        assertThat(machineFinds("q", email.substring(1))).isEmpty();
    }

    @Test
    void aNationalNumberIsReadByTheRegionOfTheCallersTeam() {
        var digits = String.format("%08d", (int) (Math.random() * 100_000_000));
        var phone = "+49151" + digits;
        var id = aliceStarts(Map.of("name", "Anna", "phone", phone));

        for (var text : List.of(phone, "0151 " + digits, "(0151) " + digits, "0049 151 " + digits)) {
            assertThat(found(Given.as("alice").queryParam("q", text).get("/api/sessions")))
                    .as(text)
                    .containsExactly(id);
        }
        assertThat(machineFinds("q", phone)).containsExactly(id);
        assertThat(machineFinds("q", "0151" + digits)).isEmpty();
    }

    @Test
    void anExternalIdIsFound() {
        var externalId = "CRM " + UUID.randomUUID();
        var session = Given.aSessionOf(Given.anOwner(), Map.of("externalId", externalId));

        assertThat(machineFinds("q", externalId)).containsExactly(session.id());
    }

    @Test
    void ownerStateTeamsAndTimeNarrowASearch() {
        var owner = Given.anOwner();
        var invited = Given.aSessionOf(owner, Map.of());
        var planned = Given.aSessionOf(owner, Map.of("plan", true));
        var ended = Given.aSessionOf(owner, Map.of());
        ended.command("end", null);
        String at = planned.read().path("createdAt");

        assertThat(search(owner, "")).containsExactly(ended.id(), planned.id(), invited.id());
        assertThat(search(owner, "&state=ENDED")).containsExactly(ended.id());
        assertThat(search(owner, "&state=PLANNED&state=INVITED")).containsExactly(planned.id(), invited.id());
        assertThat(search(owner, "&homeTeam=" + TeamSettings.SALES)).hasSize(3);
        assertThat(search(owner, "&homeTeam=" + TeamSettings.SUPPORT)).isEmpty();
        assertThat(search(owner, "&settingsTeam=" + TeamSettings.SALES)).hasSize(3);
        assertThat(search(owner, "&from=" + at)).containsExactly(ended.id(), planned.id());
        assertThat(search(owner, "&to=" + at)).containsExactly(invited.id());
    }

    private static List<String> search(String owner, String more) {
        return found(Given.asMachine().get("/api/sessions?owner=" + owner + more));
    }

    @Test
    void whatHasLapsedIsOverWhetherItsClockHasStruckOrNot() {
        var owner = Given.anOwnerWithSettings("{\"session\":{\"endAfterInactivity\":\"PT0S\"}}");
        var session = Given.aSessionOf(owner, Map.of());

        assertThat(search(owner, "&state=INVITED")).isEmpty();
        assertThat(search(owner, "&state=ENDED")).containsExactly(session.id());
    }

    @Test
    void aListIsReadPartByPartByItsLinks() {
        var owner = Given.anOwner();
        var ids = List.of(start(owner), start(owner), start(owner), start(owner), start(owner));

        var first = Given.asMachine().get("/api/sessions?owner=" + owner + "&limit=2&state=INVITED");
        assertThat(found(first)).containsExactly(ids.get(4), ids.get(3));
        String cursor = first.path("nextCursor");
        assertThat(cursor).isNotEqualTo(ids.get(3));
        first.then().header("Link", containsString("owner=" + owner)).header("Link", containsString("state=INVITED"));
        var second = Given.asMachine().get(next(first));
        assertThat(found(second)).containsExactly(ids.get(2), ids.get(1));
        var last = Given.asMachine().get(next(second));
        assertThat(found(last)).containsExactly(ids.get(0));
        last.then().header("Link", nullValue()).body("nextCursor", nullValue());
    }

    private static String start(String owner) {
        return Given.aSessionOf(owner, Map.of()).id();
    }

    private static String next(Response part) {
        return part.header("Link").replaceAll("^<(.*)>; rel=\"next\"$", "$1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "%00", "%F0%9F", "AAAAAAAAAAA"})
    void aCursorThatTheListHasNotGivenIsRefused(String cursor) {
        var session = Given.anInvitedSession();

        for (var list : List.of("", "/" + session.id() + "/timeline", "/" + session.id() + "/invitations")) {
            var answer = Given.asMachine().urlEncodingEnabled(false).get("/api/sessions" + list + "?cursor=" + cursor);
            assertThat(answer.statusCode()).isIn(200, 400);
            if (list.isEmpty()) {
                answer.then().statusCode(400).body("type", endsWith("/invalid-request"));
            }
        }
    }

    @Test
    void theListsOfOneSessionAreReadPartByPart() {
        var session = Given.anInvitedSession();
        session.command("resend", null).then().statusCode(200);
        var invitations = Given.asMachine().get("/api/sessions/{id}/invitations?limit=1", session.id());
        invitations.then().statusCode(200).body("items.number", equalTo(List.of(1)));
        Given.asMachine().get(next(invitations)).then().body("items.number", equalTo(List.of(2)));

        var timeline = Given.asMachine().get("/api/sessions/{id}/timeline?limit=1", session.id());
        timeline.then().statusCode(200).body("items.sequence", equalTo(List.of(1)));
        Given.asMachine().get(next(timeline)).then().body("items.sequence", equalTo(List.of(2)));
    }

    @Test
    void theScopesOfAnAgentAreTheirOwnTheTeamsAndAllAsFarAsTheHomeTeamLets() {
        var word = word();
        var mine = aliceStarts(Map.of("name", word, "email", Given.anEmail()));
        var teams = Given.aSessionOf(Given.anOwner(), named(word)).id();
        var secondary = Given.aSessionOf(Given.anOwnerWith(home(TeamSettings.SUPPORT)), named(word))
                .id();
        var other = Given.aSessionOf(Given.anOwnerWith(home(UUID.randomUUID().toString())), named(word))
                .id();

        assertThat(aliceFinds(word, "")).containsExactly(mine);
        assertThat(aliceFinds(word, "&scope=all")).containsExactly(mine);
        TeamSettings.change("alice", seeing("TEAM"));
        assertThat(aliceFinds(word, "")).containsExactly(secondary, teams, mine);
        assertThat(aliceFinds(word, "&scope=mine")).containsExactly(mine);
        TeamSettings.change("alice", seeing("ALL"));
        assertThat(aliceFinds(word, "")).containsExactly(other, secondary, teams, mine);
        assertThat(aliceFinds(word, "&scope=team")).containsExactly(secondary, teams, mine);
        TeamSettings.change("alice", "{}");
    }

    @Test
    void aSupervisorFindsTheHomeTeamsSessionsAndNoOthers() {
        var word = word();
        var teams = Given.aSessionOf(Given.anOwner(), named(word)).id();
        Given.aSessionOf(Given.anOwnerWith(home(TeamSettings.SUPPORT)), named(word));

        assertThat(found(Given.as("sam").get("/api/sessions?q=" + word))).containsExactly(teams);
    }

    @Test
    void aTransferredSessionIsFoundByItsNewOwnerAndStaysInTheHistoryOfItsHomeTeam() {
        var word = word();
        TeamSettings.change("dave", home(TeamSettings.SUPPORT));
        var id = aliceStarts(Map.of("name", word, "email", Given.anEmail()));
        Given.as("sam")
                .body(Map.of("owner", "dave"))
                .post("/api/sessions/{id}/transfer", id)
                .then()
                .statusCode(200);

        assertThat(found(Given.as("dave").get("/api/sessions?q=" + word))).containsExactly(id);
        assertThat(found(Given.as("sam").get("/api/sessions?homeTeam=" + TeamSettings.SALES + "&q=" + word)))
                .containsExactly(id);
        assertThat(aliceFinds(word, "")).isEmpty();
        Given.as("alice").get("/api/sessions/{id}", id).then().statusCode(404);
        TeamSettings.change("alice", seeing("TEAM"));
        assertThat(aliceFinds(word, "")).containsExactly(id);
        TeamSettings.change("alice", "{}");
        TeamSettings.change("dave", "{}");
    }

    private static Map<String, Object> named(String name) {
        return Map.of("customer", Map.of("name", name, "email", Given.anEmail()));
    }

    private static String home(String team) {
        return "{\"homeTeam\":{\"id\":\"" + team + "\",\"name\":\"Another\"}}";
    }

    private static String seeing(String scope) {
        return "{\"historyScope\":\"" + scope + "\",\"secondaryTeams\":[{\"id\":\"" + TeamSettings.SUPPORT
                + "\",\"name\":\"Support\"}]}";
    }

    private static List<String> aliceFinds(String text, String more) {
        return found(Given.as("alice").get("/api/sessions?q=" + text + more));
    }

    private static String aliceStarts(Map<String, Object> customer) {
        return Given.as("alice")
                .body(Map.of("customer", customer))
                .post("/api/sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
