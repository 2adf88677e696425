package io.parley.story;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import io.parley.local.service.Replica;
import io.parley.local.service.ServiceJar;
import io.parley.story.installation.Installation;
import io.parley.story.installation.Story;

import static io.parley.story.AColleague.ADA;
import static io.parley.story.AColleague.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What team-settings-service is told reaches every replica of session-service. */
@Story
class ReplicasTest {

    /** Two seconds are promised; the rest is for a machine that is busy with other things. */
    private static final Duration PROMISED = Duration.ofSeconds(2 + 3);

    private final String sales = ALICE.team("Sales");

    @Test
    void aChangeOfTheSettingsReachesASecondReplica() {
        try (var second = Installation.running().another(ServiceJar.SESSION)) {
            for (var countries : List.of(List.of("DE", "AT"), List.of("DE", "CH"), List.of("DE"))) {
                assertThat(countriesAt(second)).isNotEqualTo(countries);

                ADA.settings()
                        .patch(
                                "/api/teams/" + sales + "/settings",
                                Map.of("channels", Map.of("smsCountries", countries)))
                        .done();

                await().atMost(PROMISED)
                        .untilAsserted(() -> assertThat(countriesAt(second)).isEqualTo(countries));
            }
        }
    }

    private static List<String> countriesAt(Replica replica) {
        return RestAssured.given()
                .baseUri(replica.http())
                .headers(ALICE.sessions().headers())
                .get("/api/session-settings")
                .then()
                .statusCode(200)
                .extract()
                .path("channels.smsCountries");
    }
}
