package io.parley.session.room.entrance;

import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import io.parley.session.room.Browser;
import io.parley.session.room.Rooms;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** The keys of customers, who are known by their browser. */
@QuarkusTest
class CustomerKeyTest {

    private static final String COOKIE = "__Host-parley-room";

    @Test
    void aLostAnswerToAJoinIsGivenAgainToThatBrowserAndToNoOther() {
        var token = Rooms.aSessionWithPin("123456").token();
        var browser = known(token);
        var key = UUID.randomUUID().toString();
        join(browser, token, key, "123456").then().statusCode(200).header("Idempotency-Replayed", nullValue());

        join(browser, token, key, "123456").then().statusCode(200).header("Idempotency-Replayed", equalTo("true"));
        join(new Browser(), token, key, "123456").then().statusCode(409).body("type", endsWith("/another-device"));
        join(known(token), token, key, "123456").then().statusCode(409).body("type", endsWith("/another-device"));
    }

    @Test
    void wrongGuessesUnderKeysAreCountedAsAllOthers() {
        var token = Rooms.aSessionWithPin("123456").token();
        var browser = known(token);
        var lock = 0;

        for (int i = 0; i < 10 && lock == 0; i++) {
            var status = join(browser, token, UUID.randomUUID().toString(), "11111" + i)
                    .statusCode();
            lock = status == 423 ? 423 : 0;
        }

        join(browser, token, UUID.randomUUID().toString(), "123456").then().statusCode(423);
    }

    @Test
    void aDocumentIsAddedOnceUnderAKeyAndItsBytesArePartOfWhatIsAsked() {
        var browser = Browser.in(Rooms.aSession());
        var key = UUID.randomUUID().toString();
        String first =
                upload(browser, key, Rooms.PDF).then().statusCode(201).extract().path("id");

        upload(browser, key, Rooms.PDF)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("id", equalTo(first));
        upload(browser, key, Rooms.PNG).then().statusCode(422).body("type", endsWith("/idempotency-key-reused"));
        browser.asks().get("/api/room/documents").then().body("items.size()", equalTo(1));
    }

    @Test
    void whoLooksAtALinkFirstGainsNothingByIt() {
        var token = Rooms.aSession().token();
        var scanner = known(token);
        var customer = known(token);
        customer.enter(token, Map.of()).then().statusCode(200);

        scanner.room().then().statusCode(401);
        scanner.enter(token, Map.of()).then().statusCode(409).body("type", endsWith("/another-device"));
        scanner.knock(token).then().statusCode(409).header("Set-Cookie", nullValue());
        new Browser().knock(token).then().header("Cache-Control", "no-store");
        customer.room().then().statusCode(200);
    }

    /** A browser that has looked at the page. */
    private static Browser known(String token) {
        var browser = new Browser();
        return browser.with(browser.knock(token).getCookie(COOKIE));
    }

    private static Response join(Browser browser, String token, String key, String pin) {
        return browser.asks()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("pin", pin))
                .post("/api/join/{token}", token);
    }

    private static Response upload(Browser browser, String key, byte[] bytes) {
        return browser.asks()
                .header("Idempotency-Key", key)
                .multiPart("file", "contract", bytes)
                .post("/api/room/documents");
    }
}
