package io.parley.chart;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Which path of which host leads to which service. */
record Routes(String host, String path, String service) {

    static List<Routes> of(Manifests manifests) {
        return Stream.concat(
                        manifests.all("Ingress").flatMap(Routes::ofIngress),
                        manifests.all("HTTPRoute").flatMap(Routes::ofHttpRoute))
                .toList();
    }

    private static Stream<Routes> ofIngress(JsonNode ingress) {
        var rule = ingress.at("/spec/rules/0");
        return stream(rule.at("/http/paths"))
                .map(path -> new Routes(
                        rule.path("host").asText(),
                        path.path("path").asText(),
                        path.at("/backend/service/name").asText()));
    }

    private static Stream<Routes> ofHttpRoute(JsonNode route) {
        var rule = route.at("/spec/rules/0");
        return stream(rule.path("matches"))
                .map(match -> new Routes(
                        route.at("/spec/hostnames/0").asText(),
                        match.at("/path/value").asText(),
                        rule.at("/backendRefs/0/name").asText()));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
