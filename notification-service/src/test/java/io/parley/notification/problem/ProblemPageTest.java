package io.parley.notification.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

class ProblemPageTest {

    @Test
    void thePageHasAHeadingForEachTypeAndNoOther() throws IOException {
        var page = Files.readString(Path.of("../docs/problems/notification-service.md"));

        assertThat(page.lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
                .isEqualTo(Arrays.stream(ProblemType.values())
                        .map(ProblemType::typeName)
                        .collect(toList()));
        assertThat(page)
                .contains(Arrays.stream(ProblemType.values())
                        .map(type -> type.status() + " · " + type.title())
                        .collect(toList()));
    }
}
