package io.parley.story.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.parley.local.service.ServiceJar;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the stories' installation lies, and the jars that it is started from. */
record Place(Path module) {

    static Place inThisModule() {
        var place = new Place(Path.of(System.getProperty("basedir", "")).toAbsolutePath());
        place.delete(place.data());
        place.delete(place.keptLogs());
        place.delete(place.output());
        return place;
    }

    Path data() {
        return module.resolve("target/story-data");
    }

    /** What the launcher says on its terminal. */
    Path output() {
        return module.resolve("target/story-up.log");
    }

    Path logs() {
        return data().resolve("logs");
    }

    /** The launcher's jar, once it is sure that the services are packaged as well. */
    Path launcherJar() throws IOException {
        for (var service : ServiceJar.values()) {
            requirePackaged(service.in(module.getParent()));
        }
        var folder = module.resolveSibling("deploy/local/target");
        requirePackaged(folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no launcher in " + folder + "; " + ADVICE));
        }
    }

    private static final String ADVICE = "build it first: ./mvnw -DskipTests package";

    private static void requirePackaged(Path jar) {
        assertThat(jar).as(ADVICE).exists();
    }

    void keepLogsAndDeleteData() {
        try {
            if (Files.isDirectory(logs())) {
                Files.move(logs(), keptLogs());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        delete(data());
    }

    private Path keptLogs() {
        return module.resolve("target/story-logs");
    }

    private void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
