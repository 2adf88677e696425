package io.parley.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each alert has its page in docs/operating/runbooks, and each page its alert. */
class RunbooksTest {

    private static final String PAGES = "docs/operating/runbooks/";

    private final List<JsonNode> alerts = alerts(Chart.render("default", Map.of("monitoring.alerts", true)));

    @Test
    void eachAlertHasAPageOfItsOwnAndEachPageAnAlert() throws IOException {
        assertThat(alerts.stream().map(RunbooksTest::page)).doesNotHaveDuplicates();
        try (var pages = Files.list(Repository.ROOT.resolve(PAGES))) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(page -> !page.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(
                            alerts.stream().map(RunbooksTest::page).toList());
        }
    }

    @Test
    void aPageNamesItsAlertAndSaysAllThatIsToBeSaid() {
        for (var alert : alerts) {
            assertThat(Repository.read(Repository.ROOT.resolve(PAGES + page(alert))))
                    .startsWith("# " + alert.path("alert").asText() + "\n")
                    .contains("\n## What users notice\n", "\n## Look\n", "\n## Do\n", "\n## Afterwards\n")
                    .matches(text -> text.lines().count() <= 60, "is one page");
        }
    }

    @Test
    void theListOfPagesNamesThemAll() {
        var list = Repository.read(Repository.ROOT.resolve(PAGES + "README.md"));
        assertThat(alerts)
                .allMatch(alert -> list.contains("[" + alert.path("alert").asText() + "](" + page(alert) + ")"));
    }

    @Test
    void anInstallationMaySayWhereItsPagesAre() {
        assertThat(alerts(Chart.render("full")).stream()
                        .map(alert -> alert.at("/annotations/runbook_url").asText()))
                .isNotEmpty()
                .allMatch(url -> url.startsWith("https://wiki.example.com/parley/runbooks/"));
    }

    @Test
    void fourDashboardsAreShippedForGrafanasSidecar() {
        assertThat(Chart.render("full")
                        .all("ConfigMap")
                        .filter(map -> map.at("/metadata/labels").has("grafana_dashboard"))
                        .map(Manifests::nameOf))
                .containsExactlyInAnyOrderElementsOf(Stream.of("sessions", "messages", "events", "platform")
                        .map(name -> "parley-dashboard-" + name)
                        .toList());
    }

    private static List<JsonNode> alerts(Manifests rendered) {
        return rendered.all("PrometheusRule")
                .flatMap(rule -> rule.at("/spec/groups").findParents("alert").stream())
                .toList();
    }

    private static String page(JsonNode alert) {
        return alert.at("/annotations/runbook_url").asText().substring(PAGES.length());
    }
}
