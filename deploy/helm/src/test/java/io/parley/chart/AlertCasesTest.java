package io.parley.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** deploy/helm/alerts-test has a case for each alert in which it fires, and one in which it is quiet. */
class AlertCasesTest {

    static final Path CASES = Repository.HELM.resolve("alerts-test");

    @Test
    void eachAlertHasACaseInWhichItFiresAndOneInWhichItIsQuiet() throws IOException {
        var alerts = Chart.render("default", Map.of("monitoring.alerts", true))
                .all("PrometheusRule")
                .flatMap(rule -> rule.at("/spec/groups").findValuesAsText("alert").stream())
                .toList();

        assertThat(alertsIn(expected -> !expected.isEmpty())).containsExactlyInAnyOrderElementsOf(alerts);
        assertThat(alertsIn(JsonNode::isEmpty)).containsExactlyInAnyOrderElementsOf(alerts);
    }

    private static List<String> alertsIn(Predicate<JsonNode> expected) throws IOException {
        var found = new ArrayList<String>();
        for (var file : files()) {
            Manifests.parse(Repository.read(file)).objects().forEach(cases -> cases.path("tests")
                    .forEach(one -> one.path("alert_rule_test").forEach(test -> {
                        if (expected.test(test.path("exp_alerts"))) {
                            found.add(test.path("alertname").asText());
                        }
                    })));
        }
        return found;
    }

    static List<Path> files() throws IOException {
        try (var files = Files.list(CASES)) {
            return files.sorted().toList();
        }
    }
}
