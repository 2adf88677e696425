package io.parley.chart;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** The schemas of operators' resources that no typed library is at hand for; src/test/resources/crds. */
final class CustomSchemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

    private CustomSchemas() {}

    static boolean know(JsonNode object) {
        return CustomSchemas.class.getResource(file(object)) != null;
    }

    static List<String> faults(JsonNode object) {
        return READ
                .computeIfAbsent(file(object), CustomSchemas::read)
                .validate(object.toString(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema read(String file) {
        return REGISTRY.getSchema(CustomSchemas.class.getResourceAsStream(file), InputFormat.JSON);
    }

    private static String file(JsonNode object) {
        var version = object.path("apiVersion").asText().replace('/', '_');
        return "/crds/" + version + "_" + object.path("kind").asText() + ".json";
    }
}
