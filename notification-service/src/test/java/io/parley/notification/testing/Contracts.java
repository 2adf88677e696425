package io.parley.notification.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vertx.core.json.JsonObject;

import static java.util.stream.Collectors.toList;

/** The contracts folder: schemas and examples of what crosses a boundary. */
public final class Contracts {

    private static final Path FOLDER = Path.of("..", "contracts");

    private Contracts() {}

    /** With its members headers and data. */
    public static JsonObject example(String type) {
        return new JsonObject(read("examples", type));
    }

    /** What is wrong with an event's data; nothing if it is as the schema says. */
    public static List<String> faults(String type, String data) {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> {});
        return registry
                .getSchema(read("schemas", type), InputFormat.JSON)
                .validate(
                        data,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .collect(toList());
    }

    private static String read(String folder, String type) {
        try {
            return Files.readString(FOLDER.resolve(folder).resolve(type + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
