package io.parley.teamsettings.asset;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.parley.rest.problem.Problem;

/** A form is a JSON Schema of an object that stands on its own; this checks that it can be shown as fields. */
final class FormSchema {

    private static final int MOST_VALUES = 2_000;
    private static final int DEEPEST = 30;

    // A form is filled in years later, from its snapshot: nothing outside of it may have a part in what it means.
    private static final Set<String> ELSEWHERE = new TreeSet<>(Set.of("$ref", "$dynamicRef", "$recursiveRef", "$id"));

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private int values;

    private FormSchema() {}

    static void check(Map<String, Object> schema) {
        if (!"object".equals(schema.get("type"))) {
            throw Problem.invalid("/schema/type", "must be object");
        }
        if (!DIALECT.equals(schema.getOrDefault("$schema", DIALECT))) {
            throw Problem.invalid("/schema/$schema", "must be " + DIALECT + ", or absent");
        }
        if (!(schema.get("properties") instanceof Map)) {
            throw Problem.invalid("/schema/properties", "must be an object, a field of the form each");
        }
        ((Map<?, ?>) schema.get("properties")).forEach((name, field) -> {
            if (!(field instanceof Map)) {
                throw Problem.invalid("/schema/properties", "must have a schema for each field");
            }
        });
        new FormSchema().walk(schema, 0);
    }

    private void walk(Object value, int depth) {
        if (++values > MOST_VALUES || depth > DEEPEST) {
            throw Problem.invalid("/schema", "is too large, or too deep");
        }
        if (value instanceof Number && !Double.isFinite(((Number) value).doubleValue())) {
            throw Problem.invalid("/schema", "must have no numbers beyond those of JavaScript");
        }
        if (value instanceof Map) {
            ((Map<?, ?>) value).forEach((name, inner) -> {
                requireClean((String) name);
                walk(inner, depth + 1);
            });
        } else if (value instanceof List) {
            ((List<?>) value).forEach(inner -> walk(inner, depth + 1));
        }
    }

    private static void requireClean(String name) {
        // Such names can be kept neither by the database nor by a form.
        if (name.codePoints().anyMatch(point -> point < 0x20 || point >= 0xD800 && point <= 0xDFFF)
                || ELSEWHERE.contains(name)) {
            throw Problem.invalid("/schema", "must have no control characters in names, and no " + ELSEWHERE);
        }
    }
}
