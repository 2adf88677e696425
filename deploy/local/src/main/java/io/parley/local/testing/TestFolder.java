package io.parley.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.parley.local.database.StalePostmaster;

/** Where the parts of a test run keep their data: below the build's own folder, one per JVM, gone at its end. */
record TestFolder(Path shared, Path own) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TestFolder.class);

    /** Makes the folder of this JVM, and removes what killed ones left: their data, and servers that still run on it. */
    static TestFolder create() {
        Path target = Path.of("target").toAbsolutePath();
        try {
            Path shared = Files.createDirectories(target.resolve("real-parts"));
            removeLeftovers(shared.resolve("runs"));
            Path own = shared.resolve("runs")
                    .resolve(Long.toString(ProcessHandle.current().pid()));
            return new TestFolder(shared, Files.createDirectories(own));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path postgres() {
        return postgres(own);
    }

    @Override
    public void close() {
        remove(own);
    }

    private static void removeLeftovers(Path runs) throws IOException {
        for (Path run : list(runs)) {
            if (ProcessHandle.of(Long.parseLong(run.getFileName().toString())).isEmpty()) {
                new StalePostmaster(postgres(run)).stop();
                remove(run);
            }
        }
    }

    private static Path postgres(Path run) {
        return run.resolve("postgres");
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("test data is left behind in {}", folder, e);
        }
    }
}
