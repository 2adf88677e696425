package io.parley.teamsettings.settings.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.parley.teamsettings.settings.model.lint.Contradiction;
import io.parley.teamsettings.settings.model.lint.Lint;

import static org.assertj.core.api.Assertions.assertThat;

/** The page about settings and the catalogues of keys and contradictions say the same. */
class SettingsPageTest {

    private static final Path PAGE = Path.of("../docs/settings.md");

    @Test
    void everyKeyIsOnThePageAsItIs() throws IOException {
        assertThat(rows("| `"))
                .containsExactlyElementsOf(
                        Catalogue.keys().stream().map(SettingsPageTest::row).toList());
    }

    @Test
    void everyContradictionIsOnThePageAsItIs() throws IOException {
        assertThat(rows("| **"))
                .containsExactlyElementsOf(
                        Lint.catalogue().stream().map(SettingsPageTest::row).toList());
    }

    private static String row(SettingKey key) {
        return "| `" + key.name() + "` | " + byDefault(key) + " | " + key.meaning() + " |";
    }

    private static String byDefault(SettingKey key) {
        var value = Effective.ofOrganisation(Own.NOTHING).value(key.name());
        return value == null ? "none" : String.valueOf(value);
    }

    private static String row(Contradiction contradiction) {
        var keys = contradiction.keys().stream().map(key -> "`" + key + "`").collect(Collectors.joining(" "));
        return "| **" + contradiction.name() + "** | "
                + contradiction.severity().name().toLowerCase(Locale.ROOT) + " | " + keys + " | "
                + contradiction.explanation() + " |";
    }

    /** The rows that of one of the two tables. */
    private static List<String> rows(String start) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith(start))
                .toList();
    }
}
