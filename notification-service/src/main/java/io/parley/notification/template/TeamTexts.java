package io.parley.notification.template;

import java.util.Map;
import java.util.Optional;

import io.parley.notification.message.model.Brand;
import io.parley.notification.message.model.Kind;

/** The team's own words, where it has some for the language and the kind; anything of another shape is as if absent. */
final class TeamTexts {

    private TeamTexts() {}

    static Optional<String> find(Brand brand, String language, Kind kind, String part) {
        return Optional.ofNullable(brand)
                .map(Brand::texts)
                .flatMap(texts -> in(texts, language))
                .flatMap(texts -> in(texts, kind.name()))
                .flatMap(texts -> in(texts, part))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank());
    }

    private static Optional<Object> in(Object texts, String key) {
        return texts instanceof Map ? Optional.ofNullable(((Map<?, ?>) texts).get(key)) : Optional.empty();
    }
}
