package io.parley.story.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** All that operators watch Parley with: alerts, dashboards, the queries of the runbooks. */
public final class Watching {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path ROOT =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    private static final Pattern BLOCK = Pattern.compile("(?s)```promql\n(.*?)```");

    private Watching() {}

    public static List<Query> queries() {
        return Stream.of(alerts(), panels(), runbooks())
                .flatMap(queries -> queries)
                .toList();
    }

    public static Set<String> recorded() {
        return files("deploy/helm/parley/alerts")
                .flatMap(file -> tree(file).findValuesAsText("record").stream())
                .collect(Collectors.toSet());
    }

    /** The page that lists all metrics. */
    public static String documented() {
        return read(ROOT.resolve("docs/operating/metrics.md"));
    }

    private static Stream<Query> alerts() {
        return expressions("deploy/helm/parley/alerts");
    }

    private static Stream<Query> panels() {
        return expressions("deploy/helm/parley/dashboards");
    }

    private static Stream<Query> expressions(String folder) {
        return files(folder).flatMap(file -> tree(file).findValuesAsText("expr").stream()
                .map(text -> new Query(file.getFileName().toString(), text)));
    }

    private static Stream<Query> runbooks() {
        return files("docs/operating/runbooks").flatMap(file -> BLOCK.matcher(read(file))
                .results()
                .flatMap(block -> block.group(1).lines())
                .filter(line -> !line.startsWith("#"))
                .map(line -> new Query(file.getFileName().toString(), line)));
    }

    private static Stream<Path> files(String folder) {
        try (var files = Files.list(ROOT.resolve(folder))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return YAML.readTree(read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
