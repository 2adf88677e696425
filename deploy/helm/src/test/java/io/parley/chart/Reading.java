package io.parley.chart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * Faults between what the chart tells a service and what the packaged service reads: variables, their values, ports,
 * paths, topics.
 */
final class Reading {

    private static final String SECRET = "a secret that is long enough for all";

    private final Manifests manifests;
    private final List<String> faults = new ArrayList<>();

    private Reading(Manifests manifests) {
        this.manifests = manifests;
    }

    static List<String> faults(Manifests manifests, List<PackagedService> services) {
        var reading = new Reading(manifests);
        services.forEach(reading::service);
        return reading.faults;
    }

    private void service(PackagedService service) {
        var deployment = manifests.the("Deployment", "parley-" + service.name());
        var variables = Variables.of(service);
        manifests
                .workloads()
                .filter(workload -> Manifests.nameOf(workload).startsWith("parley-" + service.name()))
                .forEach(workload -> {
                    var environment = environment(workload);
                    environment.keySet().stream()
                            .filter(variable -> !variables.know(variable))
                            .forEach(variable -> fault(workload, "the service does not read " + variable));
                    values(workload, service, environment);
                });
        ports(deployment, service);
        probes(deployment, service);
        shutdown(deployment, service);
        monitor(service);
        lag(service);
    }

    /** All variables of the container; those from Secrets with a stand-in. */
    Map<String, String> environment(JsonNode workload) {
        var environment = new TreeMap<String, String>();
        var container = Manifests.containerOf(workload);
        container.path("envFrom").forEach(from -> manifests
                .the("ConfigMap", from.at("/configMapRef/name").asText())
                .path("data")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText())));
        container
                .path("env")
                .forEach(one -> environment.put(
                        one.path("name").asText(),
                        one.has("valueFrom") ? SECRET : one.path("value").asText()));
        return environment;
    }

    static Map<String, String> environment(Manifests manifests, String kind, String name) {
        return new Reading(manifests).environment(manifests.the(kind, name));
    }

    /** The service's own configuration can be made of them: nothing is missing, every value has its type. */
    private void values(JsonNode workload, PackagedService service, Map<String, String> environment) {
        var properties = new TreeMap<String, String>();
        service.properties().forEach((key, value) -> properties.put(key.toString(), value.toString()));
        var builder = new SmallRyeConfigBuilder()
                .forClassLoader(service.classes().get(0).getClassLoader())
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(environment, 300))
                .withSources(new PropertiesConfigSource(properties, "application.properties", 250));
        service.configMappings().forEach(builder::withMapping);
        try {
            var config = builder.withValidateUnknown(false).build();
            service.requiredProperties().stream()
                    .filter(property ->
                            config.getOptionalValue(property, String.class).isEmpty())
                    .forEach(property -> fault(workload, "nobody says " + property));
        } catch (RuntimeException e) {
            fault(workload, "its configuration cannot be made: " + e.getMessage());
        }
    }

    private void ports(JsonNode deployment, PackagedService service) {
        Manifests.containerOf(deployment).path("ports").forEach(port -> {
            var name = port.path("name").asText();
            var read = service.property("quarkus." + name + ".port");
            if (!port.path("containerPort").asText().equals(read)) {
                fault(deployment, "port " + name + " is " + read);
            }
        });
    }

    private void probes(JsonNode deployment, PackagedService service) {
        var health = managed(service, service.property("quarkus.smallrye-health.root-path"));
        Map.of("startupProbe", "started", "readinessProbe", "ready", "livenessProbe", "live")
                .forEach((probe, word) -> {
                    var path = Manifests.containerOf(deployment)
                            .at("/" + probe + "/httpGet/path")
                            .asText();
                    if (!path.equals(health.resolve(word).toString())) {
                        fault(deployment, probe + " asks " + path + ", but " + health.resolve(word) + " answers");
                    }
                });
    }

    private void shutdown(JsonNode deployment, PackagedService service) {
        var environment = environment(deployment);
        if (!"true".equals(service.property("quarkus.shutdown.delay-enabled"))) {
            fault(deployment, "the service does not become unready before it stops");
        }
        int needed = seconds(environment.get("QUARKUS_SHUTDOWN_DELAY"))
                + seconds(environment.get("QUARKUS_SHUTDOWN_TIMEOUT"))
                + Manifests.containerOf(deployment)
                        .at("/lifecycle/preStop/sleep/seconds")
                        .asInt();
        if (Manifests.podOf(deployment).path("terminationGracePeriodSeconds").asInt() <= needed) {
            fault(deployment, "is killed before it has stopped");
        }
    }

    private void monitor(PackagedService service) {
        var metrics = managed(service, service.property("quarkus.micrometer.export.prometheus.path"))
                .toString();
        manifests
                .all("ServiceMonitor")
                .filter(monitor -> Manifests.nameOf(monitor).equals("parley-" + service.name()))
                .filter(monitor ->
                        !monitor.at("/spec/endpoints/0/path").asText().equals(metrics))
                .forEach(monitor -> fault(monitor, "metrics are at " + metrics));
    }

    private void lag(PackagedService service) {
        manifests
                .all("ScaledObject")
                .filter(scaler -> Manifests.nameOf(scaler).equals("parley-" + service.name()))
                .map(scaler -> scaler.at("/spec/triggers/0/metadata"))
                .filter(lag -> service.properties().keySet().stream()
                        .map(Object::toString)
                        .filter(key -> key.matches("mp\\.messaging\\.incoming\\.[^.]+\\.topic"))
                        .noneMatch(key -> service.property(key)
                                        .equals(lag.path("topic").asText())
                                && service.property(key.replaceFirst("topic$", "group.id"))
                                        .equals(lag.path("consumerGroup").asText())))
                .forEach(lag -> faults.add(service.name() + " does not consume as " + lag));
    }

    private static Path managed(PackagedService service, String path) {
        return Path.of(service.property("quarkus.management.root-path")).resolve(path);
    }

    private static int seconds(String duration) {
        return duration == null ? 0 : Integer.parseInt(duration.replaceAll("\\D", ""));
    }

    private void fault(JsonNode object, String fault) {
        faults.add(Manifests.title(object) + ": " + fault);
    }
}
