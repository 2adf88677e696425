package io.parley.session.room.page;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageTextsTest {

    private static final Pattern NAME = Pattern.compile("\\{\\w+}");

    private final PageTexts texts = new PageTexts(new ObjectMapper());

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "he", "pt"})
    void everyLanguageSaysEverythingAndNamesTheSameThings(String language) {
        var english = texts.in("en");
        var other = texts.in(language);

        assertThat(other.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> assertThat(names(other.get(key))).as(key).isEqualTo(names(text)));
    }

    @Test
    void onlyHebrewIsReadFromTheRight() {
        assertThat(List.of("en", "de", "es", "fr", "he", "pt"))
                .filteredOn(language -> texts.in(language).get("direction").equals("rtl"))
                .containsExactly("he");
    }

    private static TreeSet<String> names(String text) {
        return NAME.matcher(text)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theCustomersLanguageComesFirstThenTheBrowsersThenTheTeams() {
        var italian = List.of(Locale.ITALIAN);

        assertThat(texts.language("iw-IL", List.of(Locale.ENGLISH), "en")).isEqualTo("he");
        assertThat(texts.language("de-CH", List.of(Locale.ENGLISH), "en")).isEqualTo("de");
        assertThat(texts.language("it", List.of(Locale.ITALIAN, Locale.GERMAN), "en"))
                .isEqualTo("de");
        assertThat(texts.language(null, italian, "de")).isEqualTo("de");
        assertThat(texts.language(null, italian, null)).isEqualTo("en");
    }
}
