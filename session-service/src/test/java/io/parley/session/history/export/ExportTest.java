package io.parley.session.history.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.local.testing.RealParts;
import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What is found can be taken out, all of it, by those who may see it. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class ExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER =
            "id,state,previousState,endReason,owner,homeTeam,settingsTeam,settingsRevision,"
                    + "customerName,email,phone,locale,externalId,invitationState,createdAt,invitedAt,joinedAt,endedAt,expiresAt,"
                    + "workflows,workflowsCompleted,updated,sequence";

    @Test
    void everyLineOfNdjsonIsASessionThatTheSearchFinds() throws JsonProcessingException {
        var owner = Given.anOwner();
        var first = Given.aSessionOf(owner, Map.of());
        var second = Given.aSessionOf(owner, Map.of("plan", true));

        var answer = Given.asMachine().accept("application/x-ndjson").get("/api/sessions/export?owner=" + owner);

        answer.then()
                .statusCode(200)
                .contentType(containsString("application/x-ndjson"))
                .header("Content-Disposition", equalTo("attachment; filename=\"sessions.ndjson\""));
        var lines = answer.asString().split("\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[2]).isEmpty();
        assertThat(JSON.readTree(lines[0]).get("id").textValue()).isEqualTo(second.id());
        var line = JSON.readTree(lines[1]);
        assertThat(line.get("id").textValue()).isEqualTo(first.id());
        assertThat(line.get("email").textValue()).isEqualTo(first.email());
        assertThat(line.get("state").textValue()).isEqualTo("INVITED");
        assertThat(List.of(HEADER.split(","))).containsAll((Iterable<String>) line::fieldNames);
    }

    @Test
    void csvHasAHeaderAndNothingThatASpreadsheetWouldRun() {
        var owner = Given.anOwner();
        var customer = Map.of("name", "=cmd|' /C calc'!A0, \"Anna\"", "phone", "+4915112345678");
        Given.aSessionOf(owner, Map.of("customer", customer, "externalId", "+SUM(1)"));

        var answer = Given.asMachine().accept("text/csv").get("/api/sessions/export?owner=" + owner);

        answer.then().statusCode(200).contentType(containsString("text/csv"));
        var lines = answer.asString().split("\r\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).isEqualTo(HEADER);
        assertThat(lines[1])
                .contains(",\"'=cmd|' /C calc'!A0, \"\"Anna\"\"\",,'+4915112345678,,'+SUM(1),")
                .endsWith(",0,0,false,2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=%00", "cursor=x", "q=%00", "owner=%00", "from=yesterday", "homeTeam=sales"})
    void whatCannotBeSearchedForIsRefusedBeforeAnythingIsAnswered(String query) {
        for (var form : List.of("application/x-ndjson", "text/csv")) {
            Given.asMachine()
                    .urlEncodingEnabled(false)
                    .accept(form)
                    .get("/api/sessions/export?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/invalid-request"))
                    .body("errors[0].pointer", equalTo("/" + query.replaceAll("=.*", "")));
        }
    }

    @Test
    void anExportIsNotLimitedToAPart() {
        var owner = Given.anOwner();
        var started = Stream.generate(
                        () -> Given.aSessionOf(owner, Map.of("plan", true)).id())
                .limit(102)
                .toList();

        var lines = Given.asMachine()
                .accept("application/x-ndjson")
                .get("/api/sessions/export?limit=1&owner=" + owner)
                .asString()
                .split("\n");

        assertThat(lines).hasSize(started.size());
    }

    @Test
    void nobodyTakesOutWhatTheyMayNotSee() {
        var session = Given.anInvitedSession();

        assertThat(Given.as("alice")
                        .accept("text/csv")
                        .get("/api/sessions/export?owner=" + session.owner())
                        .asString())
                .isEqualTo(HEADER + "\r\n");
        Given.as("ada").get("/api/sessions/export").then().statusCode(403);
        Given.asMachine()
                .accept("application/pdf")
                .get("/api/sessions/export")
                .then()
                .statusCode(406);
    }
}
