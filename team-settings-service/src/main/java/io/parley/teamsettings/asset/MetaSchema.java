package io.parley.teamsettings.asset;

import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

import io.parley.rest.problem.InvalidField;

/** Says whether a JSON Schema is one, by the meta-schema of its own dialect, 2020-12, which comes with the library. */
final class MetaSchema {

    private static final int MOST_ERRORS = 20;

    private static final Schema META = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemaLoader(loader -> loader.fetchRemoteResources(false))
                            // A pattern that is no regular expression could never be matched.
                            .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build()))
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    private MetaSchema() {}

    /** What is wrong, each with its place under /schema; empty for a schema. */
    static List<InvalidField> errors(String schema) {
        return META.validate(schema, InputFormat.JSON).stream()
                .map(MetaSchema::field)
                .distinct()
                .limit(MOST_ERRORS)
                .toList();
    }

    private static InvalidField field(Error error) {
        return new InvalidField("/schema" + error.getInstanceLocation(), error.getMessage());
    }
}
