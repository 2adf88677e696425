package io.parley.notification.receipt;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a posted form, in the order of their names as signatures want them. */
record FormBody(List<Map.Entry<String, String>> fields) {

    /** @throws IllegalArgumentException if it is no form */
    static FormBody parse(String body) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (var pair : body.split("&")) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                fields.add(Map.entry(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1])));
            }
        }
        fields.sort(Comparator.comparing(Map.Entry<String, String>::getKey).thenComparing(Map.Entry::getValue));
        return new FormBody(fields);
    }

    Optional<String> get(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "FormBody";
    }
}
