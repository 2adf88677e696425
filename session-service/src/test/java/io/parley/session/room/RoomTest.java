package io.parley.session.room;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What a customer sees in the room, and who else does not. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class RoomTest {

    @Test
    void theRoomHoldsWhatTheAgentPutInAsThePinnedSettingsHaveIt() {
        Browser.in(Rooms.aSession())
                .room()
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("id", nullValue())
                .body("state", equalTo("ACTIVE"))
                .body("access", equalTo("FULL"))
                .body("customerName", equalTo("Anna Ames"))
                .body("assets", hasSize(1))
                .body("assets[0].kind", equalTo("TEXT"))
                .body("assets[0].text", equalTo("Welcome to your room."))
                .body("workflows[0].state", equalTo("RUNNING"))
                .body("workflows[0].expiresAt", notNullValue())
                .body("workflows[0].steps.id", equalTo(java.util.List.of("terms", "passport", "details", "sign")))
                .body("stepAssets.schema.required", hasItem(java.util.List.of("iban")))
                .body("attachments", equalTo(true));
    }

    @Test
    void aRoomThatHasNotChangedIsNotSentAgain() {
        var session = Rooms.aSession();
        var browser = Browser.in(session);
        var tag = browser.room().getHeader("ETag");

        browser.asks().header("If-None-Match", tag).get("/api/room").then().statusCode(304);
        Given.asMachine()
                .body(Map.of("asset", TeamSettings.TEXT_ASSET))
                .post("/api/sessions/{id}/assets", session.id());
        browser.asks().header("If-None-Match", tag).get("/api/room").then().statusCode(200);
    }

    @Test
    void whoHasNoCookieAFalseOneOrThatOfAnotherSessionIsNotInTheRoom() {
        var invited = Rooms.aSession();
        var stranger = Browser.in(Rooms.aSession());
        var secret = stranger.secret();
        // The other session's id with this browser's secret, as a forger would put them together.
        var forged = invited.token().substring(0, 21) + secret.substring(21);

        for (var cookie : new String[] {null, "nonsense", forged, invited.token()}) {
            new Browser()
                    .with(cookie)
                    .room()
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", endsWith("/not-in-the-room"));
        }
    }

    @Test
    void anAgentsTokenIsNoCookie() {
        Given.asMachine().get("/api/room").then().statusCode(401).body("type", endsWith("/not-in-the-room"));
    }

    @Test
    void afterTheEndWithoutAccessTheRoomIsClosed() {
        var session = Rooms.aSessionWith(Rooms.accessAfterEnd("NONE"));
        var browser = Browser.in(session);
        var workflow = browser.workflow();
        session.command("end", null);

        browser.room().then().statusCode(410).body("type", endsWith("/session-ended"));
        browser.complete(workflow, "terms", null).then().statusCode(410);
        browser.upload("a.pdf", Rooms.PDF).then().statusCode(410);
        browser.asks().get("/api/room/documents").then().statusCode(410);
    }

    @Test
    void afterTheEndWithAViewOneCanLookAndDoNothing() {
        var session = Rooms.aSessionWith(Rooms.accessAfterEnd("VIEW"));
        var browser = Browser.in(session);
        String document = browser.upload("a.pdf", Rooms.PDF).path("id");
        session.command("end", null);

        browser.room()
                .then()
                .statusCode(200)
                .body("state", equalTo("ENDED"))
                .body("access", equalTo("VIEW"))
                .body("accessUntil", notNullValue())
                .body("attachments", equalTo(false));
        browser.complete(browser.workflow(), "terms", null)
                .then()
                .statusCode(403)
                .body("type", endsWith("/access-ended"));
        browser.upload("b.pdf", Rooms.PDF).then().statusCode(403).body("type", endsWith("/access-ended"));
        browser.asks().get("/api/room/documents/{id}", document).then().statusCode(200);
    }

    @Test
    void afterTheEndWithFullAccessOneMayGoOn() {
        var session = Rooms.aSessionWith(Rooms.accessAfterEnd("FULL"));
        var browser = Browser.in(session);
        session.command("end", null);

        browser.room().then().body("access", equalTo("FULL")).body("workflows[0].state", equalTo("STOPPED"));
        browser.complete(browser.workflow(), "terms", null).then().statusCode(200);
        browser.upload("b.pdf", Rooms.PDF).then().statusCode(201);
    }

    @Test
    void afterRenewingTheJoinedDeviceJustWorksAgain() {
        var session = Rooms.aSessionWith(Rooms.accessAfterEnd("NONE"));
        var browser = Browser.in(session);
        session.command("end", null);
        session.command("renew", null).then().statusCode(200);

        browser.room().then().statusCode(200).body("state", equalTo("ACTIVE"));
    }

    @Test
    void anotherSiteCanNotActInTheRoom() {
        var browser = Browser.in(Rooms.aSession());

        browser.asks()
                .header("Origin", "https://evil.example")
                .contentType("application/json")
                .body("{}")
                .post("/api/room/workflows/{workflow}/steps/terms", browser.workflow())
                .then()
                .statusCode(403)
                .body("type", endsWith("/foreign-origin"));
        browser.asks()
                .header("Origin", "https://evil.example")
                .multiPart("file", "a.pdf", Rooms.PDF)
                .post("/api/room/documents")
                .then()
                .statusCode(403);
        assertThat(browser.asks().get("/api/room/documents").<java.util.List<?>>path("items"))
                .isEmpty();
    }

    @Test
    void aColourThatIsNoneIsNotPassedOn() {
        var session = Rooms.aSessionWith(
                "{\"brand\":{\"colours\":{\"primary\":\"red;}body{display:none\",\"accent\":\"#12345\"}}}");
        var token = session.token();

        new Browser().knock(token).then().body("brand.primaryColour", equalTo("#1f4f7a"));
        assertThat(given().get("/j/" + token).asString()).doesNotContain("display:none");
    }
}
