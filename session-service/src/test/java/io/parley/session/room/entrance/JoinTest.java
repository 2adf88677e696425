package io.parley.session.room.entrance;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.session.room.Browser;
import io.parley.session.room.Rooms;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** A customer with a link enters, and is known from then on. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class JoinTest {

    @Test
    void whoKnocksIsToldWhoInvitesAndWhatIsNeeded() {
        var session = Rooms.aSessionWith("{\"customer\":{\"consent\":{\"required\":true,\"text\":\"Be nice.\"}}}");

        new Browser()
                .knock(session.token())
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .body("agentName", equalTo("Agent " + session.owner()))
                .body("teamName", equalTo("Sales"))
                .body("brand.name", equalTo("Sales"))
                .body("brand.primaryColour", equalTo("#1f4f7a"))
                .body("customerName", equalTo("Anna Ames"))
                .body("alreadyIn", equalTo(false))
                .body("consent", equalTo("Be nice."))
                .body("authentication", equalTo("NONE"))
                .body("expiresAt", notNullValue());
    }

    @Test
    void whoEntersIsInTheRoomAndGetsTheCookie() {
        var session = Rooms.aSession();

        new Browser()
                .enter(session.token(), Map.of())
                .then()
                .statusCode(200)
                .header(
                        "Set-Cookie",
                        allOf(
                                containsString("__Host-parley-room="),
                                containsString("HttpOnly"),
                                containsString("Secure"),
                                containsString("SameSite=Strict"),
                                containsString("Path=/"),
                                containsString("Max-Age=15552000"),
                                not(containsString("Domain")),
                                not(containsString("Version"))))
                .body("state", equalTo("ACTIVE"))
                .body("access", equalTo("FULL"))
                .body("workflows", hasSize(1))
                .body("id", nullValue());

        session.read().then().body("state", equalTo("ACTIVE")).body("joinedAt", notNullValue());
    }

    @Test
    void enteringAgainIsDoneAlready() {
        var session = Rooms.aSession();
        var token = session.token();
        var browser = new Browser();
        browser.enter(token, Map.of());
        int sequence = session.read().path("sequence");

        browser.knock(token)
                .then()
                .statusCode(200)
                .body("alreadyIn", equalTo(true))
                .body("expiresAt", nullValue());
        browser.enter(token, Map.of()).then().statusCode(200);

        session.read().then().body("sequence", equalTo(sequence));
    }

    @Test
    void whoLostTheCookieComesBackByALinkThatTheAgentMakesAndTheOldBrowserIsOut() {
        var session = Rooms.aSession();
        var old = Browser.in(session);
        var link = session.token();
        var other = new Browser();

        other.knock(link).then().statusCode(200).body("alreadyIn", equalTo(false));
        old.room().then().statusCode(200);
        other.enter(link, Map.of()).then().statusCode(200);

        other.room().then().statusCode(200);
        old.room().then().statusCode(401).body("type", endsWith("/not-in-the-room"));
        new Browser().enter(link, Map.of()).then().statusCode(409).body("type", endsWith("/another-device"));
    }

    @Test
    void aSecondBrowserIsRefused() {
        var session = Rooms.aSession();
        var token = session.token();
        new Browser().enter(token, Map.of());

        new Browser().enter(token, Map.of()).then().statusCode(409).body("type", endsWith("/another-device"));
    }

    @Test
    void ofTwoBrowsersAtOnceOneIsLetIn() {
        var session = Rooms.aSession();
        var token = session.token();

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> new Browser().enter(token, Map.of()).statusCode()))
                .limit(8)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @Test
    void aBrowserKeepsItsSecretFromSessionToSession() {
        var first = Rooms.aSession();
        var second = Rooms.aSession();
        var firstToken = first.token();
        var browser = new Browser();
        browser.enter(firstToken, Map.of());
        var before = browser.secret();

        browser.enter(second.token(), Map.of()).then().statusCode(200);
        browser.room().then().body("agentName", equalTo("Agent " + second.owner()));
        // The first 16 bytes, which are 21 characters and a bit, name the session.
        assertThat(browser.secret().substring(22)).isEqualTo(before.substring(22));
        assertThat(browser.secret()).isNotEqualTo(before);

        browser.enter(firstToken, Map.of()).then().statusCode(200);
        browser.room().then().body("agentName", equalTo("Agent " + first.owner()));
    }

    @Test
    void consentIsAskedForAndCountsNothingAgainstAnybody() {
        var session = Rooms.aSessionWith("{\"customer\":{\"consent\":{\"required\":true,\"text\":\"Be nice.\"}}}");
        var browser = new Browser();

        browser.enter(session.token(), Map.of("consent", false))
                .then()
                .statusCode(403)
                .body("type", endsWith("/consent-required"));
        browser.enter(session.token(), Map.of("consent", true)).then().statusCode(200);
    }

    @Test
    void aWrongPinIsRefusedAndCountedUntilItLocks() {
        var session = Rooms.aSessionWithPin("123456");
        var token = session.token();
        var browser = new Browser();
        browser.knock(token).then().body("authentication", equalTo("PIN"));

        browser.enter(token, Map.of()).then().statusCode(403).body("type", endsWith("/pin-required"));
        browser.enter(token, Map.of("pin", "111111"))
                .then()
                .statusCode(403)
                .body("type", endsWith("/pin-wrong"))
                .body("until", nullValue());
        browser.enter(token, Map.of("pin", "222222"));
        browser.enter(token, Map.of("pin", "333333"))
                .then()
                .statusCode(403)
                .body("type", endsWith("/pin-wrong"))
                .body("until", notNullValue());

        browser.enter(token, Map.of("pin", "123456"))
                .then()
                .statusCode(423)
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/locked"))
                .body("until", notNullValue());
        session.read().then().body("state", equalTo("INVITED"));
    }

    @Test
    void theRightPinOpensAndForgivesWhatWasWrong() {
        var session = Rooms.aSessionWithPin("123456");
        var browser = new Browser();
        browser.enter(session.token(), Map.of("pin", "111111"));

        browser.enter(session.token(), Map.of("pin", "123456"))
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"));
    }
}
