package io.parley.session.starting;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;

import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** A start under a key, while team-settings-service thinks or is away. */
@QuarkusTest
class SettingsAheadTest {

    private static final String HELD_FOR_A_KEY = "select count(*) > 0 from pg_stat_activity"
            + " where datname = current_database() and state = 'idle in transaction'"
            + " and query like '%from idempotency_key%'";

    @Inject
    Pool pool;

    /** There is a moment between the look at the key and the refusal; it is not the whole time. */
    @Test
    void noTransactionIsOpenWhileSettingsAreAskedFor() throws Exception {
        var owner = Given.anOwnerWith("{\"silent\":true}");

        var start = CompletableFuture.supplyAsync(() -> start(aKey(), owner));
        var held = new ArrayList<Boolean>();
        while (!start.isDone()) {
            held.add(isHeld());
        }

        start.get().then().statusCode(503);
        assertThat(held.stream().filter(is -> is).count()).isLessThan(held.size() / 2);
    }

    @Test
    void anAnswerThatWasKeptIsGivenAgainWithoutSettings() {
        var owner = Given.anOwner();
        var key = aKey();
        String id = start(key, owner).then().statusCode(201).extract().path("id");

        TeamSettings.change(owner, "{\"status\":409,\"refuse\":\"lending-not-allowed\"}");

        start(key, owner)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("id", equalTo(id));
        start(aKey(), owner).then().statusCode(409);
    }

    private boolean isHeld() {
        return pool.query(HELD_FOR_A_KEY).executeAndAwait().iterator().next().getBoolean(0);
    }

    private static String aKey() {
        return UUID.randomUUID().toString();
    }

    private static Response start(String key, String owner) {
        return Given.asMachine()
                .header("Idempotency-Key", key)
                .body(Map.of("owner", owner, "customer", Map.of("name", "Anna", "email", "anna@example.org")))
                .post("/api/sessions");
    }
}
