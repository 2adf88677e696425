package io.parley.chart;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTest {

    @Test
    void helmsOwnLintFindsNothing() {
        var lint = Chart.lint();

        assertThat(lint.isFailed()).as(lint.getMessages().toString()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "staging", "full"})
    void whatIsRenderedIsSoundAndReadByTheServices(String values) {
        assertThat(Faults.of(Chart.render(values))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "staging", "full"})
    void eachServiceHasAllThatItNeeds(String values) {
        var rendered = Chart.render(values);

        for (var service : PackagedService.NAMES) {
            assertThat(kindsOf(rendered, "parley-" + service))
                    .contains(
                            "Deployment",
                            "Service",
                            "ServiceAccount",
                            "ConfigMap",
                            "NetworkPolicy",
                            "PodDisruptionBudget");
            assertThat(kindsOf(rendered, "parley-" + service + "-migration")).contains("Job", "NetworkPolicy");
        }
    }

    @Test
    void onlySessionServiceSpeaksWithTeamSettingsServiceAndOnlyNotificationServiceWithGateways() {
        var rendered = Chart.render("default");

        assertThat(arrows(rendered, "session-service")).isEqualTo(Set.of("53", "5432", "9093", "443", "8082"));
        assertThat(arrows(rendered, "notification-service")).isEqualTo(Set.of("53", "5432", "9093", "443", "587"));
        assertThat(arrows(rendered, "team-settings-service")).isEqualTo(Set.of("53", "5432", "9093", "443"));
        assertThat(arrows(rendered, "session-service-migration")).isEqualTo(Set.of("53", "5432"));
        assertThat(rendered.the("NetworkPolicy", "parley-team-settings-service")
                        .at("/spec/ingress/0/from")
                        .toString())
                .contains("session-service")
                .doesNotContain("notification-service");
    }

    @Test
    void onlyWhereACollectorIsNamedDoServicesSpeakWithItAndNoMigrationDoes() {
        var rendered = Chart.render(
                "default",
                Map.of("tracing.endpoint", "http://collector.monitoring:4318/v1/traces", "tracing.ratio", 1));

        for (var service : PackagedService.NAMES) {
            assertThat(arrows(rendered, service)).contains("4318");
            assertThat(Reading.environment(rendered, "Deployment", "parley-" + service))
                    .containsEntry("PARLEY_TRACING_ENDPOINT", "http://collector.monitoring:4318/v1/traces")
                    .containsEntry("PARLEY_TRACING_RATIO", "1");
            assertThat(Reading.environment(Chart.render("default"), "Deployment", "parley-" + service))
                    .doesNotContainKey("PARLEY_TRACING_ENDPOINT");
        }
        assertThat(arrows(rendered, "session-service-migration")).doesNotContain("4318");
    }

    @Test
    void everyPathOfTheServicesIsRoutedAndEveryRouteLeadsSomewhere() {
        var routes = Routes.of(Chart.render("default"));

        for (var service : Faults.SERVICES) {
            var routed = routes.stream()
                    .filter(route -> route.service().equals("parley-" + service.name()))
                    .map(Routes::path)
                    .collect(Collectors.toSet());
            // Those that several services have are reached on a host of its own.
            var served = service.paths().stream()
                    .filter(path -> !path.equals("/problems") && !path.equals("/api"))
                    .toList();
            assertThat(served).allMatch(path -> routed.stream().anyMatch(route -> under(path, route)));
            assertThat(routed)
                    .allMatch(
                            route -> service.name().equals("team-settings-service") && route.startsWith("/api/members-")
                                    || served.stream().anyMatch(path -> under(path, route)));
        }
    }

    @Test
    void aChangedVariableRollsThePodsAndAnUnchangedOneDoesNot() {
        var before = Chart.render("default");
        var same = Chart.render("default");
        var after = Chart.render("default", Map.of("sessionService.env.PARLEY_CLOCKS_BATCH", 500));

        assertThat(checksum(same, "session-service")).isEqualTo(checksum(before, "session-service"));
        assertThat(checksum(after, "session-service")).isNotEqualTo(checksum(before, "session-service"));
        assertThat(checksum(after, "notification-service")).isEqualTo(checksum(before, "notification-service"));
    }

    @Test
    void aNewVersionChangesNoSelector() {
        var before = Chart.render("default");
        var after = Chart.render("default", Map.of("image.tag", "9.9.9"));

        for (var service : PackagedService.NAMES) {
            var selector = before.the("Deployment", "parley-" + service).at("/spec/selector");
            assertThat(after.the("Deployment", "parley-" + service).at("/spec/selector"))
                    .isEqualTo(selector);
        }
    }

    @Test
    void whoForwardsRequestsIsBelievedWhereTheInstallationSaysSo() {
        var variable = "PARLEY_LIMITS_TRUSTED_PROXIES";

        assertThat(Reading.environment(Chart.render("full"), "Deployment", "parley-session-service"))
                .containsEntry(variable, "10.128.0.0/14,fd00:10::/32,192.0.2.7");
        assertThat(Reading.environment(Chart.render("default"), "Deployment", "parley-session-service"))
                .doesNotContainKey(variable);
    }

    @Test
    void numbersReachTheServicesAsTheyWereWritten() {
        assertThat(Reading.environment(Chart.render("full"), "Deployment", "parley-team-settings-service"))
                .containsEntry("PARLEY_RESOLUTION_CACHE_BYTES", "67108864");
    }

    private static Set<String> kindsOf(Manifests rendered, String name) {
        return rendered.objects().stream()
                .filter(object -> Manifests.nameOf(object).equals(name))
                .map(object -> object.path("kind").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> arrows(Manifests rendered, String service) {
        return rendered.the("NetworkPolicy", "parley-" + service).at("/spec/egress").findValues("port").stream()
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static boolean under(String path, String route) {
        return path.equals(route) || path.startsWith(route + "/");
    }

    private static String checksum(Manifests rendered, String service) {
        return rendered.the("Deployment", "parley-" + service)
                .at("/spec/template/metadata/annotations/checksum~1config")
                .asText();
    }
}
