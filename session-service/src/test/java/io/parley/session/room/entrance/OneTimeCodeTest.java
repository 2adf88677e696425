package io.parley.session.room.entrance;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.session.room.Browser;
import io.parley.session.room.Rooms;
import io.parley.session.room.SentCode;
import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** A customer proves by a code that the contact is theirs. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class OneTimeCodeTest {

    private static final String SETTINGS = "{\"customer\":{\"authentication\":{\"method\":\"OTP\"}}}";

    @Test
    void theCodeThatWasSentOpens() {
        var session = Rooms.aSessionWith(SETTINGS);
        var token = session.token();
        var browser = new Browser();
        browser.knock(token).then().body("authentication", equalTo("OTP"));
        browser.enter(token, Map.of()).then().statusCode(403).body("type", endsWith("/code-required"));

        var asked = browser.post("/api/join/" + token + "/otp");
        asked.then().statusCode(202).body("channel", equalTo("EMAIL"));
        assertThat(asked.asString()).doesNotContain("@");
        var code = SentCode.of(session);
        assertThat(code).matches("[0-9]{6}");

        browser.enter(token, Map.of("code", code.equals("000000") ? "111111" : "000000"))
                .then()
                .statusCode(403)
                .body("type", endsWith("/code-wrong"));
        browser.enter(token, Map.of("code", code)).then().statusCode(200).body("state", equalTo("ACTIVE"));
    }

    @Test
    void itGoesToTheOtherContactWhereThatIsKnown() {
        var customer = Map.of("name", "Anna", "email", Given.anEmail(), "phone", "+4915112345678");
        var session = Rooms.aSession(SETTINGS, Map.of("customer", customer));

        new Browser()
                .post("/api/join/" + session.token() + "/otp")
                .then()
                .statusCode(202)
                .body("channel", equalTo("SMS"));
    }

    @Test
    void nobodyIsFloodedWithCodes() {
        var session = Rooms.aSessionWith(SETTINGS);
        var path = "/api/join/" + session.token() + "/otp";
        for (int i = 0; i < 5; i++) {
            new Browser().post(path).then().statusCode(202);
        }

        new Browser()
                .post(path)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/too-many-codes"));
    }

    @Test
    void whereNoneIsNeededNoneIsSent() {
        var session = Rooms.aSession();

        new Browser()
                .post("/api/join/" + session.token() + "/otp")
                .then()
                .statusCode(409)
                .body("type", endsWith("/code-not-asked"));
    }
}
