package io.parley.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import io.parley.local.service.ServiceJar;
import io.parley.story.installation.Installation;
import io.parley.story.installation.Story;

import static io.parley.story.AColleague.ADA;
import static io.parley.story.AColleague.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What all stories together have left behind. */
@Story
@Order(Integer.MAX_VALUE - 1)
class AfterAllStoriesTest {

    private static final Pattern ANSWERED_500 =
            Pattern.compile("http_server_requests_seconds_count\\{[^}]*status=\"500\"[^}]*}.*");

    private final Installation installation = Installation.running();

    @Test
    @Order(1)
    void everyMessageThatWasAskedForHasLeftAndNoneTwiceButWhereNobodyCouldKnow() {
        var path = "/api/audit?from=2020-01-01T00:00:00Z&to=" + Instant.now().plusSeconds(60);
        await().untilAsserted(
                        () -> assertThat(ADA.notifications().get(path).done().getLong("unresolved"))
                                .isZero());
        var audit = ADA.notifications().get(path).done();

        assertThat(ADA.notifications()
                        .get("/api/notifications?state=UNDELIVERED&limit=100")
                        .items())
                .as("only a link that lived for seconds can have lapsed before its message left")
                .allSatisfy(message -> assertThat(at(message, "endedAt")).isAfterOrEqualTo(at(message, "giveUpAt")));
        var caught = TheCatcher.allMessages();
        assertThat(caught).isNotEmpty();
        var repeated = caught.size()
                - caught.stream().map(AMessage::identity).distinct().count();
        assertThat(repeated).isLessThanOrEqualTo(audit.getLong("duplicated"));
    }

    @Test
    @Order(2)
    void noLogAndNoEventGivesAnybodyAway() {
        var everything = new ArrayList<>(installation.logs().lines());
        everything.addAll(TheTopics.openRecords());

        assertThat(mentions(everything)).isEmpty();
    }

    @Test
    @Order(3)
    void noTraceGivesAnybodyAwayEither() {
        var spans = installation.collector().spans();

        assertThat(spans).isNotEmpty();
        assertThat(mentions(spans.stream().flatMap(span -> span.said().stream()).toList()))
                .isEmpty();
        assertThat(spans)
                .filteredOn(span -> span.name().equals("clocks strike"))
                .allMatch(span -> span.parent().isEmpty());
    }

    @Test
    @Order(4)
    void noErrorWasLoggedThatNoKillExplains() {
        assertThat(installation.logs().unexplainedErrors()).isEmpty();
    }

    @Test
    @Order(5)
    void noServiceHasAnsweredWith500() {
        ALICE.sessions().get("/api/sessions").done();
        ADA.settings().get("/api/teams").done();
        for (ServiceJar service : installation.services()) {
            var metrics = RestAssured.given()
                    .baseUri(Installation.http(service.management()))
                    .get("/metrics")
                    .asString();
            assertThat(metrics).as(service.title()).contains("http_server_requests_seconds_count");
            assertThat(metrics.lines().filter(line -> ANSWERED_500.matcher(line).matches()))
                    .as(service.title())
                    .isEmpty();
        }
    }

    @Test
    @Order(6)
    void afterTheStopNoProcessIsLeft() {
        installation.stop();
    }

    private static Instant at(Map<String, Object> message, String field) {
        return Instant.parse(message.get(field).toString());
    }

    private static List<String> mentions(List<String> lines) {
        var secrets = secrets();
        return lines.stream()
                .filter(line -> secrets.stream().anyMatch(secret -> isIn(line, secret)))
                .toList();
    }

    /** A PIN's digits in the midst of a time or of an id are somebody else's. */
    private static boolean isIn(String line, String secret) {
        return line.contains(secret)
                && (!secret.matches("\\d+")
                        || Pattern.compile("(?<![0-9a-fA-F.-])" + secret + "(?![0-9a-fA-F])")
                                .matcher(line)
                                .find());
    }

    /** All that was told in the stories, and all that reached anybody. */
    private static Set<String> secrets() {
        var secrets = new HashSet<>(Secrets.all());
        for (AMessage message : TheCatcher.allMessages()) {
            secrets.add(message.message().to());
            message.message().links().stream()
                    .filter(AMessage::isOfOurs)
                    .map(AMessage::token)
                    .forEach(secrets::add);
        }
        return secrets;
    }
}
