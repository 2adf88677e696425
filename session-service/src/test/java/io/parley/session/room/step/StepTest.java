package io.parley.session.room.step;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.local.testing.RealParts;
import io.parley.session.room.Browser;
import io.parley.session.room.Rooms;
import io.parley.session.testing.Given;
import io.parley.session.testing.Given.ASession;
import io.parley.session.testing.TeamSettings;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** The customer does the steps; what they put in is kept for the agent. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class StepTest {

    private static final Map<String, String> DETAILS = Map.of("iban", "DE02120300000000202051");

    @Test
    void allStepsInTheirOrderCompleteTheWorkflow() {
        var session = Rooms.aSession();
        var browser = Browser.in(session);
        var workflow = browser.workflow();

        browser.complete(workflow, "terms", null)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("workflows[0].steps[0].completedAt", notNullValue())
                .body("workflows[0].steps[1].completedAt", nullValue());
        String passport = browser.uploadFor(workflow, "passport", Rooms.PNG)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        browser.complete(workflow, "passport", Map.of("document", passport))
                .then()
                .statusCode(200);
        browser.complete(workflow, "details", DETAILS).then().statusCode(200);
        browser.complete(workflow, "sign", Map.of("name", "Anna Ames"))
                .then()
                .statusCode(200)
                .body("workflows[0].state", equalTo("COMPLETED"));

        session.read().then().body("workflows[0].state", equalTo("COMPLETED"));
        inputs(session, workflow)
                .then()
                .statusCode(200)
                .body("items.step", equalTo(List.of("passport", "details", "sign")))
                .body("items[0].input.document", equalTo(passport))
                .body("items[1].input.iban", equalTo(DETAILS.get("iban")))
                .body("items[2].input.name", equalTo("Anna Ames"))
                .body("items[2].at", notNullValue());
    }

    @Test
    void doingAStepAgainIsDoneAlreadyAndKeepsTheFirstInput() {
        var session = Rooms.aSession();
        var browser = Browser.in(session);
        var workflow = browser.workflow();
        browser.complete(workflow, "terms", null);
        int sequence = session.read().path("sequence");

        browser.complete(workflow, "terms", null).then().statusCode(200);

        session.read().then().body("sequence", equalTo(sequence));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "*", ";", "x_y!!", "-"})
    void aBrowserMaySayAnythingOfItsLanguages(String languages) {
        var browser = Browser.in(Rooms.aSession());

        browser.asks()
                .header("Accept-Language", languages)
                .contentType("application/json")
                .body("{}")
                .post("/api/room/workflows/{workflow}/steps/terms", browser.workflow())
                .then()
                .statusCode(200);
    }

    @Test
    void aStepIsDoneInTheRoomThatIsNamed() {
        var browser = Browser.in(Rooms.aSession());
        var tag = browser.room().header("ETag");
        var terms = "/api/room/workflows/" + browser.workflow() + "/steps/terms";

        browser.asks()
                .header("If-Match", "\"0-0-FULL\"")
                .contentType("application/json")
                .body("{}")
                .post(terms)
                .then()
                .statusCode(412);
        browser.asks()
                .header("If-Match", tag)
                .contentType("application/json")
                .body("{}")
                .post(terms)
                .then()
                .statusCode(200);
    }

    @Test
    void stepsAreDoneInTheirOrder() {
        var browser = Browser.in(Rooms.aSession());

        browser.complete(browser.workflow(), "sign", Map.of("name", "Anna"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/step-not-next"));
        browser.complete(browser.workflow(), "dance", null)
                .then()
                .statusCode(404)
                .body("type", endsWith("/step-unknown"));
        browser.complete(UUID.randomUUID().toString(), "terms", null)
                .then()
                .statusCode(404)
                .body("type", endsWith("/workflow-unknown"));
    }

    @Test
    void aFormThatIsNotRightSaysWhereAndIsNotKept() {
        var session = Rooms.aSession();
        var browser = atTheForm(session);
        var workflow = browser.workflow();

        browser.complete(workflow, "details", Map.of())
                .then()
                .statusCode(400)
                .body("type", endsWith("/invalid-request"))
                .body("errors.pointer", hasItem("/input/iban"));
        browser.complete(workflow, "details", Map.of("iban", 7))
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/input/iban")))
                .body("errors[0].detail", notNullValue());
        browser.complete(workflow, "details", null)
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/input")));

        session.read().then().body("workflows[0].steps[2].completedAt", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\" \"}", "{\"name\":7}", "{\"name\":\"A\",\"more\":1}", "[]", "\"Anna\""})
    void aSignatureIsANameAndNothingElse(String input) {
        var session = Rooms.aSession();
        var browser = atTheForm(session);
        browser.complete(browser.workflow(), "details", DETAILS);

        browser.asks()
                .contentType("application/json")
                .body("{\"input\":" + input + "}")
                .post("/api/room/workflows/{workflow}/steps/sign", browser.workflow())
                .then()
                .statusCode(400)
                .body("type", endsWith("/invalid-request"));
    }

    @Test
    void anUploadStepTakesADocumentThatTheCustomerUploadedForIt() {
        var session = Rooms.aSession();
        var browser = Browser.in(session);
        var workflow = browser.workflow();
        browser.complete(workflow, "terms", null);
        String loose = browser.upload("loose.png", Rooms.PNG).path("id");
        String agents = Given.asMachine()
                .contentType("multipart/form-data")
                .multiPart("workflow", workflow)
                .multiPart("step", "passport")
                .multiPart("file", "a.png", Rooms.PNG)
                .post("/api/sessions/{id}/documents", session.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        for (var other : List.of(loose, agents, UUID.randomUUID().toString(), "nonsense")) {
            browser.complete(workflow, "passport", Map.of("document", other))
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void aLapsedWorkflowIsClosedAndItsInputsOutliveRestarting() {
        var owner = Given.anOwnerWith("""
                {"workflows":[{"id":"%s","name":"Quick","version":1,"expiresAfter":"PT2S","steps":[
                  {"id":"name","name":"Name","kind":"SIGN"},{"id":"again","name":"Again","kind":"SIGN"}]}]}""".formatted(TeamSettings.WORKFLOW));
        var session = Given.aSessionOf(owner, Map.of("workflows", List.of(TeamSettings.WORKFLOW)));
        var browser = Browser.in(session);
        var workflow = browser.workflow();
        browser.complete(workflow, "name", Map.of("name", "Anna")).then().statusCode(200);

        await().untilAsserted(() -> browser.room().then().body("workflows[0].state", equalTo("EXPIRED")));
        browser.complete(workflow, "again", Map.of("name", "Anna"))
                .then()
                .statusCode(409)
                .body("type", endsWith("/workflow-closed"));
        session.command("restart-workflow", Map.of("workflow", workflow)).then().statusCode(200);
        browser.complete(workflow, "again", Map.of("name", "Anna B.")).then().statusCode(200);

        inputs(session, workflow).then().body("items.input.name", equalTo(List.of("Anna", "Anna B.")));
    }

    @Test
    void othersDoNotEvenKnowOfIt() {
        var session = Rooms.aSession();
        var workflow = Browser.in(session).workflow();

        Given.as("bob")
                .get("/api/sessions/{id}/workflows/{workflow}/inputs", session.id(), workflow)
                .then()
                .statusCode(404);
        Given.as("ada")
                .get("/api/sessions/{id}/workflows/{workflow}/inputs", session.id(), workflow)
                .then()
                .statusCode(403);
    }

    private static Browser atTheForm(ASession session) {
        var browser = Browser.in(session);
        var workflow = browser.workflow();
        browser.complete(workflow, "terms", null);
        String passport = browser.uploadFor(workflow, "passport", Rooms.PNG).path("id");
        browser.complete(workflow, "passport", Map.of("document", passport));
        return browser;
    }

    private static io.restassured.response.Response inputs(ASession session, String workflow) {
        return Given.asMachine().get("/api/sessions/{id}/workflows/{workflow}/inputs", session.id(), workflow);
    }
}
