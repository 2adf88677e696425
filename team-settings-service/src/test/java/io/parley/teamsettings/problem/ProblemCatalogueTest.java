package io.parley.teamsettings.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue of problems and its page say the same. */
class ProblemCatalogueTest {

    private static final Path PAGE = Path.of("../docs/problems/team-settings-service.md");

    @Test
    void everyTypeHasItsHeadingAndEveryHeadingItsType() throws IOException {
        var headings = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();

        assertThat(headings).containsExactlyElementsOf(names());
    }

    @Test
    void thePageSaysWhatTheServiceSays() throws IOException {
        var page = Files.readString(PAGE);

        assertThat(ProblemType.values()).allSatisfy(type -> assertThat(page)
                .contains("**" + type.status() + "** " + type.title() + ". " + type.explanation()));
    }

    private static List<String> names() {
        return Arrays.stream(ProblemType.values()).map(ProblemType::typeName).toList();
    }
}
