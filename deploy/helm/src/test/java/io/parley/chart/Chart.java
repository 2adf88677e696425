package io.parley.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;

/** The chart as Helm itself renders it. */
final class Chart {

    private static final String OLDEST = "1.30.0";

    private Chart() {}

    /** With the file values-&lt;name&gt;.yaml; "default" has none. */
    static Manifests render(String values) {
        return Manifests.parse(template(values, Map.of()));
    }

    static Manifests render(String values, Map<String, Object> set) {
        return Manifests.parse(template(values, set));
    }

    static LintResult lint() {
        return new Helm(Repository.CHART).lint().strict().call();
    }

    private static String template(String values, Map<String, Object> set) {
        var chart = withHooksAsObjects();
        try {
            var command = new Helm(chart)
                    .template()
                    .withName("parley")
                    .withNamespace("parley")
                    .withKubeVersion(OLDEST);
            if (!values.equals("default")) {
                command.withValuesFile(chart.resolve("values-" + values + ".yaml"));
            }
            set.forEach(command::set);
            return command.call();
        } finally {
            delete(chart);
        }
    }

    /** The library leaves hooks out of what it renders; here they are objects like all others. */
    private static Path withHooksAsObjects() {
        try (var files = Files.walk(Repository.CHART)) {
            var copy = Files.createTempDirectory("chart");
            for (Path file : files.toList()) {
                var target = copy.resolve(Repository.CHART.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.writeString(target, Files.readString(file).replace("helm.sh/hook:", "rendered-hook:"));
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
