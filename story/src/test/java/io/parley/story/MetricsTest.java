package io.parley.story;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import io.parley.story.installation.Installation;
import io.parley.story.installation.Story;
import io.parley.story.metrics.Scrape;
import io.parley.story.metrics.Watching;

import static io.parley.story.AColleague.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What operators are shown and woken by is really exposed, once somebody was invited and has joined. */
@Story
class MetricsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(parley_\\w+)` \\|(.*)$");
    private static final Pattern PART = Pattern.compile("_(bucket|count|sum|max)$");
    private static final String NOT_AT_FIRST = "once it happens";

    @Test
    void alertsDashboardsAndRunbooksNameOnlyMetricsThatTheServicesExpose() {
        somebodyJoins();

        var queries = Watching.queries();
        var recorded = Watching.recorded();
        assertThat(queries).hasSizeGreaterThan(80);
        await().untilAsserted(() -> {
            var scrape = scrape();
            assertThat(queries.stream().flatMap(query -> query.faults(scrape, recorded).stream()))
                    .isEmpty();
        });
    }

    @Test
    void everyMetricOfOurOwnIsDocumentedAndEveryDocumentedOneThere() {
        somebodyJoins();

        var rows = ROW.matcher(Watching.documented()).results().toList();
        await().untilAsserted(() -> {
            var exposed = scrape().names().stream()
                    .filter(name -> name.startsWith("parley_"))
                    .map(name -> PART.matcher(name).replaceFirst(""))
                    .collect(Collectors.toSet());
            assertThat(names(rows)).containsAll(exposed);
            assertThat(exposed).containsAll(names(alwaysThere(rows)));
        });
    }

    private static List<MatchResult> alwaysThere(List<MatchResult> rows) {
        return rows.stream().filter(row -> !row.group(2).contains(NOT_AT_FIRST)).toList();
    }

    private static Set<String> names(List<MatchResult> rows) {
        return rows.stream().map(row -> row.group(1)).collect(Collectors.toSet());
    }

    private static void somebodyJoins() {
        var customer = ACustomer.withEmail("Mia");
        ALICE.starts(ANewSession.with(customer));
        customer.joins(customer.receivesOne().link()).done();
    }

    private static Scrape scrape() {
        return Scrape.of(Installation.running().services().stream()
                .map(service -> RestAssured.given()
                        .baseUri(Installation.http(service.management()))
                        .get("/metrics")
                        .asString())
                .collect(Collectors.joining("\n")));
    }
}
