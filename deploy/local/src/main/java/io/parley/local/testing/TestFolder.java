package io.parley.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the parts of a test run keep their data: below the build's own folder, one per JVM, gone at its end. */
record TestFolder(Path shared, Path own) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TestFolder.class);

    static TestFolder create() {
        Path target = Path.of("target").toAbsolutePath();
        try {
            Path root = Files.isDirectory(target)
                    ? target.resolve("real-parts")
                    : Files.createTempDirectory("parley-real-parts");
            return new TestFolder(
                    root,
                    Files.createDirectories(
                            root.resolve(Long.toString(ProcessHandle.current().pid()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (var files = Files.walk(shared.endsWith("real-parts") ? own : shared)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("test data is left behind in {}", own, e);
        }
    }
}
