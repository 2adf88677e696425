package io.parley.session.room.page;

import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.session.room.Rooms;
import io.parley.session.testing.TeamSettings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** The page as it comes over the wire. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class PageTest {

    @Inject
    Pool pool;

    @Test
    void itSaysWhoInvitesAndNotWho() {
        var session = Rooms.aSession();

        given().get("/j/" + session.token())
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", equalTo("no-store"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header(
                        "Content-Security-Policy",
                        containsString("default-src 'none'; script-src 'self'; style-src 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .body(containsString("Agent " + session.owner()))
                .body(containsString("--brand: #1f4f7a"))
                .body(not(containsString("Anna Ames")))
                .body(not(containsString(session.token())));
    }

    @Test
    void anUnknownLinkHasAPageOfItsOwnThatTellsNothing() {
        var token = Rooms.aSession().token();

        var wrong = given().get("/j/" + token.substring(0, 63) + (token.endsWith("A") ? "B" : "A"));
        var nonsense = given().get("/j/nonsense");

        wrong.then().statusCode(404).body(containsString("This link leads nowhere"));
        assertThat(withoutNonce(wrong.asString())).isEqualTo(withoutNonce(nonsense.asString()));
    }

    private static String withoutNonce(String html) {
        return html.replaceAll("nonce=\"[^\"]*\"", "");
    }

    @Test
    void itSpeaksTheCustomersLanguageElseTheBrowsers() {
        var customer = Map.of("name", "Anna", "email", "anna@example.org", "locale", "de-AT");
        var german = Rooms.aSession("{}", Map.of("customer", customer)).token();
        var unknown = Rooms.aSession().token();

        page(german, "en").body(containsString("lädt Sie ein")).body(containsString("<html lang=\"de\""));
        page(unknown, "de-DE,de;q=0.9").body(containsString("lädt Sie ein"));
        page(unknown, "it").body(containsString("invites you"));
        page(unknown, "he-IL").body(containsString("<html lang=\"he\" dir=\"rtl\""));
    }

    private static io.restassured.response.ValidatableResponse page(String token, String languages) {
        return given().header("Accept-Language", languages)
                .get("/j/" + token)
                .then()
                .statusCode(200);
    }

    @Test
    void whoCanNotBeServedReadsASentence() {
        var session = Rooms.aSession();
        var token = session.token();
        try {
            execute("update session set document = '{' where id = '" + session.id() + "'");

            given().get("/j/" + token)
                    .then()
                    .statusCode(503)
                    .contentType("text/html;charset=UTF-8")
                    .body(containsString("Please try again in a moment."));
        } finally {
            execute("delete from session where id = '" + session.id() + "'");
        }
    }

    private void execute(String sql) {
        pool.query(sql).executeAndAwait();
    }

    @Test
    void namesAreTextAndNeverMarkup() {
        var session = Rooms.aSessionWith("{\"brand\":{\"name\":\"<script>alert(1)</script>\"}}");

        given().get("/j/" + session.token()).then().body(not(containsString("<script>alert")));
    }

    @Test
    void itsFilesAreKeptForGoodUnderTheirVersion() {
        var html = given().get("/j/" + Rooms.aSession().token()).asString();
        var script = html.replaceAll("(?s).*src=\"(/room/[0-9a-f]+/page.js)\".*", "$1");

        given().get(script)
                .then()
                .statusCode(200)
                .contentType("text/javascript;charset=utf-8")
                .header("Cache-Control", containsString("immutable"));
        given().get("/room/0000000000000000/page.js").then().header("Cache-Control", equalTo("no-store"));
        given().get("/room/0000000000000000/..%2ftexts%2fen.json").then().statusCode(404);
    }
}
