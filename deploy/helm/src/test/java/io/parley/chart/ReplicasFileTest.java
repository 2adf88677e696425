package io.parley.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code deploy/helm/replicas.json} is what the chart tells each service and Kubernetes of it, for the story's replicas,
 * which live by it without a cluster. {@code -Dchart.write=true} writes it anew.
 */
class ReplicasFileTest {

    private static final Path FILE = Repository.ROOT.resolve("deploy/helm/replicas.json");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    /** Of values, only what a machine without certificates cannot have. */
    private static final Map<String, Object> WITHOUT_CERTIFICATES = Map.of(
            "database.sslMode", "disable",
            "kafka.securityProtocol", "PLAINTEXT",
            "notificationService.mail.tls", "NONE",
            "notificationService.mail.secret", "");

    @Test
    void itSaysWhatTheChartSays() throws IOException {
        var rendered = JSON.writeValueAsString(replicas()) + "\n";
        if (Boolean.getBoolean("chart.write")) {
            Files.writeString(FILE, rendered);
        }

        assertThat(Files.readString(FILE))
                .as("%s; write it anew with -Dtest=ReplicasFileTest -Dchart.write=true", FILE)
                .isEqualTo(rendered);
    }

    private static Map<String, Object> replicas() {
        var chart = Chart.render("default", WITHOUT_CERTIFICATES);
        var services = new LinkedHashMap<String, Object>();
        for (var service : PackagedService.NAMES) {
            var deployment = chart.the("Deployment", "parley-" + service);
            var told = new LinkedHashMap<String, Object>();
            told.put("environment", Reading.environment(chart, "Deployment", "parley-" + service));
            told.put("migration", Reading.environment(chart, "Job", "parley-" + service + "-migration"));
            told.put("replicas", deployment.at("/spec/replicas"));
            told.put("strategy", deployment.at("/spec/strategy"));
            told.put("pod", ofPod(deployment));
            services.put(service, told);
        }
        return services;
    }

    private static Map<String, JsonNode> ofPod(JsonNode deployment) {
        var container = Manifests.containerOf(deployment);
        return Map.of(
                "terminationGracePeriodSeconds", Manifests.podOf(deployment).path("terminationGracePeriodSeconds"),
                "preStop", container.at("/lifecycle/preStop"),
                "readinessProbe", container.path("readinessProbe"));
    }
}
