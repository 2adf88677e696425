package io.parley.session.room.page;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageTextsTest {

    private static final Pattern NAME = Pattern.compile("\\{\\w+}");

    private final PageTexts texts = new PageTexts(new ObjectMapper());

    @Test
    void everyLanguageSaysEverythingAndNamesTheSameThings() {
        var english = texts.in("en");
        var german = texts.in("de");

        assertThat(german.keySet()).isEqualTo(english.keySet());
        english.forEach(
                (key, text) -> assertThat(names(german.get(key))).as(key).isEqualTo(names(text)));
    }

    private static TreeSet<String> names(String text) {
        return NAME.matcher(text)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theCustomersLanguageComesFirstThenTheBrowsersThenTheTeams() {
        var french = List.of(Locale.FRENCH);

        assertThat(texts.language("de-CH", List.of(Locale.ENGLISH), "en")).isEqualTo("de");
        assertThat(texts.language("fr", List.of(Locale.FRENCH, Locale.GERMAN), "en"))
                .isEqualTo("de");
        assertThat(texts.language(null, french, "de")).isEqualTo("de");
        assertThat(texts.language(null, french, null)).isEqualTo("en");
    }
}
