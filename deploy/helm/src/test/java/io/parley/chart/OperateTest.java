package io.parley.chart;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import io.parley.operate.Operate;

import static org.assertj.core.api.Assertions.assertThat;

/** The operators' command line in the cluster: only where it is wanted, and in its own words. */
class OperateTest {

    private static final List<String> SERVICES =
            List.of("session-service", "notification-service", "team-settings-service");

    @Test
    void whoDoesNotWantItHasNothingOfIt() {
        var rendered = Chart.render("default");

        assertThat(rendered.objects())
                .noneMatch(object -> Manifests.nameOf(object).equals("parley-operate"));
        SERVICES.forEach(service -> assertThat(
                        rendered.the("NetworkPolicy", "parley-" + service).toString())
                .doesNotContain("operate"));
    }

    @Test
    void theNightlyAuditIsACommandThatThereIs() {
        var container = Manifests.containerOf(audit(Chart.render("full")));
        var arguments = texts(container.path("args"));
        var help = Operate.commandLine(Map.of()).getUsageMessage();

        assertThat(Operate.commandLine(Map.of())
                        .parseArgs(arguments.toArray(String[]::new))
                        .subcommand()
                        .commandSpec()
                        .name())
                .isEqualTo("audit");
        assertThat(container.path("env"))
                .isNotEmpty()
                .allMatch(one -> help.contains(one.path("name").asText()));
        assertThat(container.path("image").asText()).isEqualTo("registry.example.com:5000/parley/operate:1.2.5");
    }

    @Test
    void aLossIsNotTriedAwayButFailsTheJob() {
        assertThat(audit(Chart.render("full")).at("/spec/backoffLimit").asInt()).isZero();
    }

    @Test
    void itReachesTheServicesAndTheIssuerAndNothingElse() {
        var rendered = Chart.render("full");
        var policy = rendered.the("NetworkPolicy", "parley-operate");

        assertThat(policy.at("/spec/egress").findValuesAsText("port"))
                .containsExactlyInAnyOrder("53", "53", "8443", "8080", "8081", "8082");
        assertThat(policy.at("/spec/ingress").isMissingNode()).isTrue();
        SERVICES.forEach(service -> assertThat(rendered.the("NetworkPolicy", "parley-" + service)
                        .at("/spec/ingress/0/from")
                        .toString())
                .contains("\"operate\""));
    }

    private static JsonNode audit(Manifests rendered) {
        return rendered.workloads()
                .filter(workload -> Manifests.nameOf(workload).equals("parley-operate"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
