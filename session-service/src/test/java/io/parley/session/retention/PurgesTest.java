package io.parley.session.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.session.room.Browser;
import io.parley.session.testing.Given;
import io.parley.session.testing.Schemas;
import io.parley.session.testing.Topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class PurgesTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String RETAINING =
            "{\"retention\":{\"documents\":\"%s\",\"contacts\":\"%s\",\"skeleton\":\"%s\"}}";

    @Inject
    DataSource database;

    @Test
    void documentsAndChatAreGoneAndTheRestIsThere() throws SQLException {
        var session = anEndedSession("PT1S", "never", "never");

        awaitPurge(session, "DOCUMENTS");
        Given.asMachine()
                .get("/api/sessions/{id}/documents", session.id())
                .then()
                .statusCode(200)
                .body("items", empty());
        for (var table : List.of("document", "document_piece", "message", "step_input")) {
            assertThat(rows(table, "session_id", session.id())).as(table).isZero();
        }
        session.read().then().body("purged", contains("DOCUMENTS")).body("customer.email", equalTo(session.email()));
        session.command("renew", null).then().statusCode(409).body("type", endsWith("/session-purged"));
    }

    @Test
    void whoTheCustomerWasIsNowhereInTheDatabase() throws SQLException {
        var session = anEndedSession("PT1S", "PT1S", "never");

        awaitPurge(session, "CONTACTS");
        session.read()
                .then()
                .statusCode(200)
                .body("purged", containsInAnyOrder("DOCUMENTS", "CONTACTS"))
                .body("customer.name", equalTo(""));
        assertThat(placesThatHold(session.email())).isEmpty();
        assertThat(placesThatHold("Wanda Wells " + session.owner())).isEmpty();
        Given.asMachine()
                .get("/api/sessions?owner={owner}", session.owner())
                .then()
                .body("items.id", contains(session.id()));
    }

    @Test
    void whatTheCustomerWroteStaysWithoutTheirName() throws SQLException {
        var session = anEndedSession("never", "PT1S", "never");

        awaitPurge(session, "CONTACTS");
        assertThat(placesThatHold(session.email())).isEmpty();
        assertThat(placesThatHold("Wanda Wells " + session.owner())).isEmpty();
        Given.asMachine()
                .get("/api/sessions/{id}/messages", session.id())
                .then()
                .body("items.text", contains("Hello", "I am here"))
                .body("items.name", contains("Agent " + session.owner(), ""));
    }

    @Test
    void ofAPurgedSkeletonOnlyItsLastEventTells() throws SQLException {
        var session = anEndedSession("PT1S", "PT1S", "PT2S");

        await().atMost(SOON).untilAsserted(() -> session.read().then().statusCode(404));
        for (var table : List.of("timeline", "document", "message", "presence", "inbox")) {
            assertThat(rows(table, "session_id", session.id())).as(table).isZero();
        }
        assertThat(rows("session", "id", session.id())).isZero();
        await().atMost(SOON).untilAsserted(() -> assertThat(Topic.read("parley.sessions", session.id()))
                .last()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("parley.session.purged.v1");
                    assertThat(event.data().get("purged").textValue()).isEqualTo("SKELETON");
                    assertThat(Schemas.errors(event.type(), event.data().toString()))
                            .isEmpty();
                }));
    }

    private static Given.ASession anEndedSession(String documents, String contacts, String skeleton) {
        var owner = Given.anOwnerWithSettings(RETAINING.formatted(documents, contacts, skeleton));
        var email = Given.anEmail();
        var started =
                Given.aSessionOf(owner, Map.of("customer", Map.of("name", "Wanda Wells " + owner, "email", email)));
        var session = new Given.ASession(started.id(), owner, email);
        Browser.in(session)
                .asks()
                .contentType("application/json")
                .body(Map.of("text", "I am here"))
                .post("/api/room/messages")
                .then()
                .statusCode(201);
        Given.asMachine()
                .contentType("multipart/form-data")
                .multiPart("file", "contract.txt", "Sign here".getBytes(), "text/plain")
                .post("/api/sessions/{id}/documents", session.id())
                .then()
                .statusCode(201);
        Given.asMachine()
                .body(Map.of("text", "Hello"))
                .post("/api/sessions/{id}/messages", session.id())
                .then()
                .statusCode(201);
        session.command("end", null).then().statusCode(200);
        return session;
    }

    private static void awaitPurge(Given.ASession session, String what) {
        await().atMost(SOON).untilAsserted(() -> Given.asMachine()
                .get("/api/sessions/{id}/timeline", session.id())
                .then()
                .body("items.type", not(empty()))
                .body("items.data.purged", hasItem(what)));
    }

    private int rows(String table, String key, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                var count = connection.prepareStatement("select count(*) from " + table + " where " + key + " = ?")) {
            count.setObject(1, UUID.fromString(id));
            var counted = count.executeQuery();
            counted.next();
            return counted.getInt(1);
        }
    }

    /** The tables that have a row with this text anywhere in it. */
    private List<String> placesThatHold(String text) throws SQLException {
        var places = new ArrayList<String>();
        try (Connection connection = database.getConnection();
                var all = connection.createStatement()) {
            var tables =
                    all.executeQuery("select table_name from information_schema.tables where table_schema = 'public'");
            while (tables.next()) {
                var table = tables.getString(1);
                try (var search = connection.prepareStatement(
                        "select count(*) from \"" + table + "\" t where t::text ilike '%' || ? || '%'")) {
                    search.setString(1, text);
                    var found = search.executeQuery();
                    found.next();
                    if (found.getInt(1) > 0) {
                        places.add(table);
                    }
                }
            }
        }
        return places;
    }
}
