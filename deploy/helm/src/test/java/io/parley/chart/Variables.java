package io.parley.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.ConfigMappings.ConfigClass;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The environment variables that a packaged service reads: its own mappings and injected properties, its
 * application.properties and what those refer to, Quarkus' properties of the libraries that it has (those of run time
 * only: one that is fixed at build time would be passed over in silence), the Kafka client's.
 */
final class Variables {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^:}]+)[:}]");
    private static final Pattern MAP_KEY = Pattern.compile("\"[^\"]+\"|\\*");
    /** Of the Java machine and the C library. */
    private static final Set<String> OF_THE_PROCESS = Set.of("JAVA_TOOL_OPTIONS", "MALLOC_ARENA_MAX");

    private final Set<String> exact = new HashSet<>(OF_THE_PROCESS);
    private final Set<Pattern> patterns = new HashSet<>();

    private Variables() {}

    static Variables of(PackagedService service) {
        var variables = new Variables();
        own(service).keySet().forEach(variables::add);
        service.injectedProperties().forEach(variables::add);
        service.properties().forEach((key, value) -> {
            REFERENCE
                    .matcher(value.toString())
                    .results()
                    .map(match -> match.group(1))
                    .forEach(variables::add);
            if (!key.toString().startsWith("quarkus.") && !key.toString().startsWith("%")) {
                variables.add(key.toString());
            }
        });
        Stream.concat(ConsumerConfig.configNames().stream(), ProducerConfig.configNames().stream())
                .forEach(name -> variables.add("kafka." + name));
        service.libraries().forEach(variables::addQuarkus);
        return variables;
    }

    /** Property name and default (null for none) of everything in the service's own mappings. */
    static Map<String, String> own(PackagedService service) {
        var found = new TreeMap<String, String>();
        service.configMappings()
                .map(ConfigClass::configClass)
                .forEach(mapping -> found.putAll(mapping.getProperties()));
        return found;
    }

    boolean know(String variable) {
        return exact.contains(variable)
                || patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(variable).matches());
    }

    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private void add(String property) {
        if (MAP_KEY.matcher(property).find()) {
            patterns.add(Pattern.compile(MAP_KEY.splitAsStream(property)
                    .map(Variables::variable)
                    .collect(Collectors.joining("_*[A-Z0-9]+_*"))));
        } else {
            exact.add(variable(property));
        }
    }

    private void addQuarkus(Path library) {
        try (var jar = new ZipFile(library.toFile())) {
            var model = jar.getEntry("META-INF/quarkus-config-doc/quarkus-config-model.json");
            if (model != null) {
                addAll(JSON.readTree(jar.getInputStream(model)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addAll(JsonNode node) {
        var property = node.path("path").path("property");
        if (property.isTextual() && node.path("phase").asText().equals("RUN_TIME")) {
            add(property.asText());
        }
        node.forEach(this::addAll);
    }
}
