package io.parley.notification.template;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

/** The house's own sentences, by language; a language without texts is English. */
final class Texts {

    static final String FALLBACK = "en";
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "he");

    private static final Map<String, Texts> ALL =
            LANGUAGES.stream().collect(toUnmodifiableMap(Function.identity(), Texts::load));

    private final String language;
    private final Map<String, String> sentences;

    private Texts(String language, Map<String, String> sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    /** For a language tag such as de-AT, in either spelling. */
    static Texts of(String locale) {
        var language = locale == null ? FALLBACK : locale.split("[-_]")[0].toLowerCase(Locale.ROOT);
        return ALL.getOrDefault(language, ALL.get(FALLBACK));
    }

    String language() {
        return language;
    }

    /** Null where there is none. */
    String get(String key) {
        return sentences.get(key);
    }

    Map<String, String> all() {
        return sentences;
    }

    private static Texts load(String language) {
        var properties = new Properties();
        try (var in = Texts.class.getResourceAsStream("/texts/" + language + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Texts(
                language,
                properties.stringPropertyNames().stream().collect(toMap(Function.identity(), properties::getProperty)));
    }
}
