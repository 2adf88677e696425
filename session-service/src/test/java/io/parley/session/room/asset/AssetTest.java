package io.parley.session.room.asset;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.session.room.Browser;
import io.parley.session.room.Rooms;
import io.parley.session.testing.TeamSettings;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

/** A document of the team's library reaches the customer who is to read it, and nobody else. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class AssetTest {

    private static final String TERMS = "01987d3e-7000-7000-8000-000000000001";

    @Test
    void aDocumentOfAStepIsPassedOnInItsVersion() {
        Browser.in(Rooms.aSession())
                .asks()
                .get("/api/room/assets/{asset}/content", TERMS)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/pdf"))
                .header("Content-Disposition", containsString("filename=\"Terms.pdf\""))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body(equalTo("%PDF-1.7 /api/assets/" + TERMS + "/versions/1/content"));
    }

    @Test
    void whatIsNotInTheRoomOrNoDocumentIsNotThere() {
        var browser = Browser.in(Rooms.aSession());

        for (var other : new String[] {TeamSettings.TEXT_ASSET, TeamSettings.WORKFLOW}) {
            browser.asks()
                    .get("/api/room/assets/{asset}/content", other)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("/asset-unknown"));
        }
        new Browser()
                .asks()
                .get("/api/room/assets/{asset}/content", TERMS)
                .then()
                .statusCode(401);
    }
}
