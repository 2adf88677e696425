package io.parley.session.history;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.session.room.Browser;
import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** An owner finds the sessions in which the customer did something since they last looked. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class UpdatedTest {

    @Test
    void whatTheCustomerDidIsNewUntilTheOwnerLooks() {
        String id = start("carol");
        assertThat(updated("carol")).doesNotContain(id);

        Browser.in(new Given.ASession(id, "carol", null));
        assertThat(updated("carol")).contains(id);
        assertThat(updated("sam")).as("the team's, found by its supervisor").contains(id);

        Given.asMachine().get("/api/sessions/{id}", id).then().body("updated", equalTo(true));
        Given.as("sam").get("/api/sessions/{id}", id).then().body("updated", equalTo(true));
        assertThat(updated("carol")).as("others looked").contains(id);
        look("carol", id, true);
        assertThat(updated("carol")).doesNotContain(id);
        look("carol", id, false);
    }

    @Test
    void lookingChangesNeitherTheTagNorTheSequence() {
        String id = start("carol");
        Browser.in(new Given.ASession(id, "carol", null));
        var before = Given.asMachine().get("/api/sessions/{id}", id);

        look("carol", id, true);

        var after = Given.asMachine().get("/api/sessions/{id}", id);
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(after.<Integer>path("sequence")).isEqualTo(before.<Integer>path("sequence"));
    }

    @Test
    void everyActOfTheCustomerIsNewAgain() {
        String id = start("carol");
        var browser = Browser.in(new Given.ASession(id, "carol", null));
        look("carol", id, true);

        browser.complete(browser.workflow(), "step-1", null);
        browser.upload("a.txt", "text".getBytes()).then().statusCode(201);
        look("carol", id, true);

        assertThat(updated("carol")).doesNotContain(id);
    }

    @Test
    void whatTheOwnerDoesShowsThemTheSession() {
        String id = start("carol");
        Browser.in(new Given.ASession(id, "carol", null));

        Given.as("carol")
                .post("/api/sessions/{id}/end", id)
                .then()
                .statusCode(200)
                .body("updated", equalTo(false));

        assertThat(updated("carol")).doesNotContain(id);
    }

    @Test
    void aNewOwnerHasNotLookedYet() {
        String id = start("carol");
        Browser.in(new Given.ASession(id, "carol", null));
        look("carol", id, true);

        Given.as("carol")
                .body(Map.of("owner", "dave"))
                .post("/api/sessions/{id}/transfer", id)
                .then()
                .statusCode(200);

        assertThat(updated("dave")).contains(id);
        look("dave", id, true);
        assertThat(updated("dave")).doesNotContain(id);
    }

    private static void look(String owner, String id, boolean isNew) {
        Given.as(owner).get("/api/sessions/{id}", id).then().statusCode(200).body("updated", equalTo(isNew));
    }

    private static List<String> updated(String user) {
        return Given.as(user).get("/api/sessions?updated=true&limit=100").path("items.id");
    }

    private static String start(String owner) {
        return Given.aSessionOf(owner, Map.of("workflows", List.of(TeamSettings.WORKFLOW)))
                .id();
    }
}
