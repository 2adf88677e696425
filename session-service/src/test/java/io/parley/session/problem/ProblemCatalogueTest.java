package io.parley.session.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.Refusal;
import io.parley.session.settings.SettingsRefused;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemCatalogueTest {

    private static final Path PAGE = Path.of("../docs/problems/session-service.md");

    @Test
    void everyTypeHasItsHeadingAndEveryHeadingItsType() throws IOException {
        var headings = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).strip())
                .toList();

        assertThat(headings)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::typeName)
                        .toList());
    }

    @Test
    void everyRefusalOfTheModelAndOfTheSettingsHasAType() {
        assertThat(Arrays.stream(Refusal.values()).map(Enum::name)).allMatch(ProblemCatalogueTest::isType);
        assertThat(Arrays.stream(SettingsRefused.Reason.values()).map(Enum::name))
                .allMatch(ProblemCatalogueTest::isType);
    }

    private static boolean isType(String name) {
        return Arrays.stream(ProblemType.values()).anyMatch(type -> type.name().equals(name));
    }
}
