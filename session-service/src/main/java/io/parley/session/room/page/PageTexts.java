package io.parley.session.room.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the page says, in each language that it speaks; a file each, room/texts. */
@ApplicationScoped
class PageTexts {

    private static final String OTHERWISE = "en";
    private static final List<String> LANGUAGES = List.of(OTHERWISE, "de", "es", "fr", "he", "pt");

    private final Map<String, Map<String, String>> texts = new LinkedHashMap<>();

    PageTexts(ObjectMapper json) {
        LANGUAGES.forEach(language -> texts.put(language, read(language, json)));
    }

    Map<String, String> in(String language) {
        return texts.get(language);
    }

    /**
     * The customer's own language where it is known, else the browser's, else the team's.
     *
     * @param customers a BCP 47 tag; null where it is not known
     */
    String language(String customers, List<Locale> browsers, String teams) {
        return Stream.of(
                        Stream.ofNullable(customers).map(Locale::forLanguageTag),
                        browsers.stream(),
                        Stream.ofNullable(teams).map(Locale::forLanguageTag))
                .flatMap(wanted -> wanted)
                .map(Locale::getLanguage)
                .filter(texts::containsKey)
                .findFirst()
                .orElse(OTHERWISE);
    }

    private static Map<String, String> read(String language, ObjectMapper json) {
        var name = "/room/texts/" + language + ".json";
        try (InputStream in = PageTexts.class.getResourceAsStream(name)) {
            return json.readValue(in, new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
