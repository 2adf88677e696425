package io.parley.story.rolling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.parley.local.service.ServiceJar;

/** What the chart tells a service and Kubernetes of it, as deploy/helm/replicas.json has it. */
record Told(JsonNode service) {

    static final Path REPOSITORY =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();

    static Told of(ServiceJar service) {
        try {
            var file = REPOSITORY.resolve("deploy/helm/replicas.json");
            return new Told(new ObjectMapper().readTree(file.toFile()).required(service.title()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> environment() {
        return variables("environment");
    }

    Map<String, String> migration() {
        return variables("migration");
    }

    private Map<String, String> variables(String of) {
        var variables = new TreeMap<String, String>();
        service.required(of)
                .properties()
                .forEach(one -> variables.put(one.getKey(), one.getValue().asText()));
        return variables;
    }

    int replicas() {
        return service.required("replicas").asInt();
    }

    /** For how long a replica goes on before it is told to stop. */
    Duration preStop() {
        return Duration.ofSeconds(
                service.required("pod").at("/preStop/sleep/seconds").asLong());
    }

    /** From the decision to stop it until it is killed. */
    Duration gracePeriod() {
        return Duration.ofSeconds(service.required("pod")
                .required("terminationGracePeriodSeconds")
                .asLong());
    }

    /** Looks at its readiness: how often, and how many failures take it out. */
    Duration probeEvery() {
        return Duration.ofSeconds(service.required("pod")
                .required("readinessProbe")
                .required("periodSeconds")
                .asLong());
    }

    int probeFailures() {
        return service.required("pod")
                .required("readinessProbe")
                .required("failureThreshold")
                .asInt();
    }

    String probePath() {
        return service.required("pod").at("/readinessProbe/httpGet/path").asText();
    }
}
