package io.parley.notification.template;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.parley.notification.message.model.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageSaysTheSameThings(String language) {
        assertThat(Texts.of(language).language()).isEqualTo(language);
        assertThat(Texts.of(language).all().keySet())
                .isEqualTo(Texts.of("en").all().keySet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySentenceUsesTheEnglishOnesValues(String language) {
        Texts.of(language).all().forEach((key, sentence) -> assertThat(values(sentence))
                .as(language + " " + key)
                .isSubsetOf(Set.of("{agent}", "{team}", "{customer}", "{recipient}", "{reason}", "{link}", "{code}"))
                .containsAll(values(Texts.of("en").get(key)).stream()
                        .filter(value -> List.of("{link}", "{code}", "{reason}", "{customer}")
                                .contains(value))
                        .toList()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyKindHasItsSentences(String language) {
        for (var kind : Kind.values()) {
            assertThat(Texts.of(language).all()).containsKeys(kind + ".subject", kind + ".text", kind + ".sms");
        }
    }

    @Test
    void aRegionalLanguageIsItsLanguageAndAnUnknownOneEnglish() {
        assertThat(Texts.of("de-AT").language()).isEqualTo("de");
        assertThat(Texts.of("de_CH").language()).isEqualTo("de");
        assertThat(Texts.of("tlh").language()).isEqualTo("en");
        assertThat(Texts.of(null).language()).isEqualTo("en");
    }

    static Stream<String> languages() {
        return Texts.LANGUAGES.stream();
    }

    private static Set<String> values(String sentence) {
        var values = new TreeSet<String>();
        PLACEHOLDER.matcher(sentence).results().forEach(match -> values.add(match.group()));
        return values;
    }
}
