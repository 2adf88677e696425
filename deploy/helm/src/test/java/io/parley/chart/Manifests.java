package io.parley.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Kubernetes objects as they stand in YAML. */
record Manifests(List<JsonNode> objects) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Manifests parse(String yaml) {
        try (var values = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return new Manifests(
                    values.readAll().stream().filter(JsonNode::isObject).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<JsonNode> all(String kind) {
        return objects.stream().filter(object -> kind.equals(object.path("kind").asText()));
    }

    JsonNode the(String kind, String name) {
        return all(kind)
                .filter(object -> name.equals(nameOf(object)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    /** Objects with pods in them. */
    Stream<JsonNode> workloads() {
        return Stream.of(all("Deployment"), all("Job"), all("CronJob").map(Manifests::jobOf))
                .flatMap(kind -> kind);
    }

    /** What a CronJob makes, under its own name. */
    private static JsonNode jobOf(JsonNode cronJob) {
        var job = cronJob.deepCopy();
        open(job).set("spec", cronJob.at("/spec/jobTemplate/spec"));
        return job;
    }

    /** A copy that can be spoilt. */
    Manifests copy() {
        return new Manifests(objects.stream()
                .map(JsonNode::deepCopy)
                .map(JsonNode.class::cast)
                .toList());
    }

    static String nameOf(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static String title(JsonNode object) {
        return object.path("kind").asText() + " " + nameOf(object);
    }

    static JsonNode podOf(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    static JsonNode containerOf(JsonNode workload) {
        return podOf(workload).at("/containers/0");
    }

    static ObjectNode open(JsonNode node) {
        return (ObjectNode) node;
    }
}
