package io.parley.chart;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules of the alerts as Prometheus itself judges them, where its promtool is on the machine. */
@EnabledIf(
        value = "promtoolIsThere",
        disabledReason = "NO promtool ON THIS MACHINE, so the alerts' rules are not tried: apt-get install prometheus")
class AlertRulesTest {

    static boolean promtoolIsThere() {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        if (!there) {
            System.err.println("NO promtool ON THIS MACHINE: the rules of the alerts are not tried");
        }
        return there;
    }

    @Test
    void theRulesAreSound() throws Exception {
        try (var files = Files.list(Repository.CHART.resolve("alerts"))) {
            promtool("check", files.sorted().toList());
        }
    }

    @Test
    void theyFireAndAreQuietWhenTheyHaveToBe() throws Exception {
        promtool("test", AlertCasesTest.files());
    }

    private static void promtool(String what, List<Path> files) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("promtool", what, "rules"));
        files.forEach(file -> command.add(file.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }
}
