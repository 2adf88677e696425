package io.parley.session.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** The published schemas of contracts/, to hold against what really goes out. */
public final class Schemas {

    private static final Path FOLDER = Path.of("../contracts/schemas");
    // Schemas refer to each other as files beside each other.
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaLoader(loader -> loader.fetchRemoteResources()));

    private Schemas() {}

    /** What is wrong with the data of an event of this type; empty when nothing is. */
    public static List<Error> errors(String type, String data) {
        var file = FOLDER.resolve(type + ".json").toAbsolutePath().normalize();
        try (InputStream schema = Files.newInputStream(file)) {
            return REGISTRY.getSchema(SchemaLocation.of(file.toUri().toString()), schema, InputFormat.JSON)
                    .validate(data, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
