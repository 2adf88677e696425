package io.parley.session.room.step;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;

import io.parley.rest.problem.InvalidField;

/** Checks a filled-in form against its JSON Schema; nothing is ever fetched for it. */
final class FormCheck {

    private static final int MOST_ERRORS = 50;
    private static final long MOST_STEPS = 100_000;

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaLoader(
                            loader -> loader.fetchRemoteResources(false).block(anything -> true))
                    .schemaCacheEnabled(false)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private FormCheck() {}

    /** What is wrong, each with its place under /input; empty for a form that is right. */
    static List<InvalidField> errors(JsonNode schema, JsonNode input, Locale language) {
        try {
            return SCHEMAS
                    .getSchema(onItsOwn(schema).toString(), InputFormat.JSON)
                    .validate(
                            input.toString(),
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.locale(language)
                                    .maxEvaluationSteps(MOST_STEPS)
                                    .failFast(false)))
                    .stream()
                    .limit(MOST_ERRORS)
                    .map(FormCheck::field)
                    .distinct()
                    .toList();
        } catch (SchemaException | ValidationLimitExceededException e) {
            return List.of(new InvalidField("/input", "can't be checked: the form itself is not right"));
        }
    }

    /** Neither a name nor a dialect that a form gives itself leads anywhere from here. */
    private static JsonNode onItsOwn(JsonNode schema) {
        return schema instanceof ObjectNode object ? object.deepCopy().without(List.of("$id", "$schema")) : schema;
    }

    private static InvalidField field(Error error) {
        var place = "/input" + error.getInstanceLocation();
        return new InvalidField(
                error.getProperty() == null
                        ? place
                        : place + "/" + error.getProperty().replace("~", "~0").replace("/", "~1"),
                error.getMessage());
    }
}
