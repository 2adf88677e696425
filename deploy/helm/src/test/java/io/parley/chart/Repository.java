package io.parley.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are, seen from this module, in which its tests run. */
final class Repository {

    static final Path HELM = Path.of("").toAbsolutePath();
    static final Path ROOT = HELM.resolve("../..").normalize();
    static final Path CHART = HELM.resolve("parley");
    static final Path EXAMPLES = HELM.resolve("examples");
    static final Path OPERATING = ROOT.resolve("docs/operating");

    private Repository() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
