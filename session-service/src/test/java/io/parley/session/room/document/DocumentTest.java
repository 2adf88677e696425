package io.parley.session.room.document;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.session.room.Browser;
import io.parley.session.room.Rooms;
import io.parley.session.testing.Given;
import io.parley.session.testing.Given.ASession;
import io.parley.session.testing.Schemas;
import io.parley.session.testing.TeamSettings;
import io.parley.session.testing.Topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** Documents come in from both sides, are told of, and go out again as they came. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class DocumentTest {

    private static final String ADDED = "parley.document.added.v1";

    @Test
    void aDocumentIsSeenByBothSidesAndComesBackAsItWas() {
        var session = Rooms.aSession();
        var browser = Browser.in(session);
        var large = large();

        String id = browser.upload("../../contract.exe", large)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("uploadedBy", equalTo("CUSTOMER"))
                .body("contentType", equalTo("application/pdf"))
                .body("size", equalTo(large.length))
                .extract()
                .path("id");

        Given.asMachine()
                .get("/api/sessions/{id}/documents", session.id())
                .then()
                .body("items.id", equalTo(List.of(id)))
                .body("items[0].name", equalTo("contract.exe.pdf"));
        var answer = browser.asks().get("/api/room/documents/{id}", id);
        answer.then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/pdf"))
                .header("Content-Length", equalTo(String.valueOf(large.length)))
                .header("Content-Disposition", containsString("attachment;"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("ETag", notNullValue());
        assertThat(answer.asByteArray()).isEqualTo(large);
        assertThat(Given.asMachine()
                        .get("/api/sessions/{id}/documents/{document}", session.id(), id)
                        .asByteArray())
                .isEqualTo(large);
    }

    @Test
    void ofSeveralFilesInOneRequestNoneIsKept() {
        var browser = Browser.in(Rooms.aSession());

        browser.asks()
                .multiPart("file", "a.pdf", Rooms.PDF)
                .multiPart("file", "b.pdf", Rooms.PDF)
                .post("/api/room/documents")
                .then()
                .statusCode(400)
                .body("type", endsWith("/invalid-request"));

        browser.asks().get("/api/room/documents").then().body("items", empty());
    }

    @Test
    void whatSaysHowLongItIsIsNotInChunksAsWell() {
        var browser = Browser.in(Rooms.aSession());
        String id = browser.upload("a.pdf", Rooms.PDF).path("id");

        var answer = browser.asks().get("/api/room/documents/{id}", id);

        assertThat(answer.header("Content-Length")).isEqualTo("" + Rooms.PDF.length);
        assertThat(answer.headers().hasHeaderWithName("Transfer-Encoding")).isFalse();
        assertThat(answer.asByteArray()).isEqualTo(Rooms.PDF);
    }

    @Test
    void aRangeIsAnsweredWithJustThat() {
        var browser = Browser.in(Rooms.aSession());
        var large = large();
        String id = browser.upload("a.pdf", large).path("id");
        var path = "/api/room/documents/" + id;
        var tag = browser.asks().get(path).getHeader("ETag");

        int from = 256 * 1024 - 3;
        var some = browser.asks()
                .header("Range", "bytes=" + from + "-" + (from + 9))
                .get(path);
        some.then()
                .statusCode(206)
                .header("Content-Range", equalTo("bytes " + from + "-" + (from + 9) + "/" + large.length));
        assertThat(some.asByteArray()).isEqualTo(Arrays.copyOfRange(large, from, from + 10));
        assertThat(browser.asks().header("Range", "bytes=-4").get(path).asByteArray())
                .isEqualTo(Arrays.copyOfRange(large, large.length - 4, large.length));
        browser.asks().header("Range", "bytes=99999999-").get(path).then().statusCode(416);
        browser.asks()
                .header("Range", "bytes=0-1")
                .header("If-Range", "\"old\"")
                .get(path)
                .then()
                .statusCode(200);
        browser.asks().header("If-None-Match", tag).get(path).then().statusCode(304);
        browser.asks().header("If-Match", "\"old\"").get(path).then().statusCode(412);
    }

    @Test
    void underAKeyTooItGoesIntoTheSessionAsItIsByThen() throws Exception {
        var session = Rooms.aSession();
        var browser = Browser.in(session);

        changedMeanwhile(session, () -> browser.asks()
                .header("Idempotency-Key", UUID.randomUUID())
                .multiPart("file", "a.pdf", Rooms.PDF)
                .post("/api/room/documents"));
        changedMeanwhile(session, () -> asAgent()
                .header("Idempotency-Key", UUID.randomUUID())
                .multiPart("file", "a.pdf", Rooms.PDF)
                .post("/api/sessions/{id}/documents", session.id()));
    }

    /** Whoever changes it first holds it until the upload waits for it. */
    private static void changedMeanwhile(ASession session, Callable<Response> upload) throws Exception {
        var thread = Executors.newSingleThreadExecutor();
        var before = session.read().header("ETag");
        try (var connection = DriverManager.getConnection(
                        config("quarkus.datasource.jdbc.url"),
                        config("quarkus.datasource.username"),
                        config("quarkus.datasource.password"));
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update session set version = version + 10 where id = '" + session.id() + "'");
            var answer = thread.submit(upload);
            await().until(() -> statement
                    .executeQuery("select 1 from pg_locks where not granted and locktype = 'transactionid'")
                    .next());
            connection.commit();
            answer.get().then().statusCode(201);
        } finally {
            thread.shutdown();
        }
        long version = Long.parseLong(before.replace("\"", ""));
        session.read().then().header("ETag", "\"" + (version + 11) + "\"");
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    @Test
    void itIsToldOfWithoutItsName() {
        var session = Rooms.aSession();
        String id = Browser.in(session).upload("secret-name.pdf", Rooms.PDF).path("id");

        var event = await().until(
                        () -> Topic.read("parley.sessions", session.id()).stream()
                                .filter(one -> ADDED.equals(one.type()))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();

        assertThat(event.data().get("document").get("id").asText()).isEqualTo(id);
        assertThat(event.data().toString()).doesNotContain("secret-name");
        assertThat(Schemas.errors(ADDED, event.data().toString())).isEmpty();
    }

    @Test
    void whatIsNoneOfTheKindsIsRefusedWhateverItIsCalled() {
        var browser = Browser.in(Rooms.aSession());

        for (var content : List.of("MZ\0\1", "<html><script>alert(1)</script>", "", "\0\0\0")) {
            browser.upload("innocent.pdf", content.getBytes(StandardCharsets.UTF_8))
                    .then()
                    .statusCode(415)
                    .body("type", endsWith("/document-kind-refused"));
        }
        browser.upload("note.txt", "Grüße".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .body("contentType", equalTo("text/plain;charset=utf-8"));
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        var browser = Browser.in(Rooms.aSession());
        var tooLarge = Arrays.copyOf(Rooms.PDF, 25 * 1024 * 1024 + 1);

        browser.upload("a.pdf", tooLarge).then().statusCode(413).body("type", endsWith("/request-too-large"));
        browser.upload("a.pdf", Arrays.copyOf(Rooms.PDF, 25 * 1024 * 1024))
                .then()
                .statusCode(201);
    }

    @Test
    void allOtherBodiesAreSmall() {
        Given.asMachine()
                .body("{\"customer\":{\"name\":\"" + "x".repeat(1_100_000) + "\"}}")
                .post("/api/sessions")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void aLinkThatIsCalledLikeThemTakesNoFile() {
        RestAssured.given()
                .multiPart("file", "a.pdf", Rooms.PDF)
                .post("/api/join/documents")
                .then()
                .statusCode(415)
                .body("type", endsWith("/unsupported-media-type"));
    }

    @Test
    void theSettingsMaySwitchThemOffForTheCustomer() {
        var session = Rooms.aSessionWith("{\"room\":{\"attachments\":false}}");
        var browser = Browser.in(session);

        browser.upload("a.pdf", Rooms.PDF).then().statusCode(403).body("type", endsWith("/attachments-off"));
        asAgent()
                .multiPart("file", "a.pdf", Rooms.PDF)
                .post("/api/sessions/{id}/documents", session.id())
                .then()
                .statusCode(201)
                .body("uploadedBy", equalTo("AGENT"));
        browser.asks().get("/api/room/documents").then().body("items.name", equalTo(List.of("a.pdf")));
    }

    @Test
    void aDocumentOfAnotherSessionDoesNotExist() {
        String other = Browser.in(Rooms.aSession()).upload("a.pdf", Rooms.PDF).path("id");
        var session = Rooms.aSession();

        Browser.in(session)
                .asks()
                .get("/api/room/documents/{id}", other)
                .then()
                .statusCode(404)
                .body("type", endsWith("/document-unknown"));
        Given.asMachine()
                .get("/api/sessions/{id}/documents/{other}", session.id(), other)
                .then()
                .statusCode(404);
        Given.as("bob").get("/api/sessions/{id}/documents", session.id()).then().statusCode(404);
    }

    @Test
    void anUploadWithoutAFileOrForNoStepIsRefused() {
        var browser = Browser.in(Rooms.aSession());

        browser.asks()
                .multiPart("other", "x")
                .post("/api/room/documents")
                .then()
                .statusCode(400);
        browser.uploadFor("no-uuid", "passport", Rooms.PNG).then().statusCode(400);
        browser.uploadFor(browser.workflow(), "pass\0port", Rooms.PNG).then().statusCode(400);
        browser.uploadFor(browser.workflow(), "terms", Rooms.PNG)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/step"));
        new Browser().upload("a.pdf", Rooms.PDF).then().statusCode(401);
    }

    private static io.restassured.specification.RequestSpecification asAgent() {
        return Given.asMachine().contentType("multipart/form-data");
    }

    private static byte[] large() {
        var bytes = new byte[700_001];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        System.arraycopy(Rooms.PDF, 0, bytes, 0, Rooms.PDF.length);
        return bytes;
    }
}
