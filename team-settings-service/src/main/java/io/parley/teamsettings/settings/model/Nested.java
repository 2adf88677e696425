package io.parley.teamsettings.settings.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** Dotted names as objects in objects. */
public final class Nested {

    private Nested() {}

    public static Map<String, Object> of(Map<String, ?> byName) {
        var document = new LinkedHashMap<String, Object>();
        byName.forEach((name, value) -> put(document, name, value));
        return document;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> document, String name, Object value) {
        var dot = name.indexOf('.');
        if (dot < 0) {
            document.put(name, value);
            return;
        }
        var inner = document.computeIfAbsent(name.substring(0, dot), any -> new LinkedHashMap<String, Object>());
        put((Map<String, Object>) inner, name.substring(dot + 1), value);
    }
}
