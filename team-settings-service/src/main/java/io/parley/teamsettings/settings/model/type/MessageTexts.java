package io.parley.teamsettings.settings.model.type;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.parley.teamsettings.rest.model.MergePatch;

/** Texts that replace the built-in ones: locale, then kind of message, then part (subject, text or sms). */
public record MessageTexts(ValueType locale, ValueType kind, Map<String, ValueType> parts) implements ValueType {

    @Override
    public Object read(Object json) {
        var texts = new TreeMap<String, Object>();
        object(json, "").forEach((name, kinds) -> texts.put(key(locale, name, ""), kinds(kinds, pointer("", name))));
        if (texts.size() > 50) {
            throw new ValueRefused("must have at most 50 locales");
        }
        return texts;
    }

    private Map<String, Object> kinds(Object json, String pointer) {
        var kinds = new TreeMap<String, Object>();
        object(json, pointer)
                .forEach((name, texts) -> kinds.put(key(kind, name, pointer), texts(texts, pointer(pointer, name))));
        return kinds;
    }

    private Map<String, Object> texts(Object json, String pointer) {
        var texts = new TreeMap<String, Object>();
        object(json, pointer).forEach((name, text) -> texts.put(name, text(name, text, pointer(pointer, name))));
        return texts;
    }

    private Object text(String part, Object json, String pointer) {
        if (!parts.containsKey(part)) {
            throw new ValueRefused(pointer, "must be one of " + String.join(", ", new TreeMap<>(parts).keySet()));
        }
        try {
            return parts.get(part).read(json);
        } catch (ValueRefused e) {
            throw new ValueRefused(pointer, e.getMessage());
        }
    }

    private static String key(ValueType type, String name, String pointer) {
        try {
            return (String) type.read(name);
        } catch (ValueRefused e) {
            throw new ValueRefused(pointer(pointer, name), "the name " + e.getMessage());
        }
    }

    private static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object json, String pointer) {
        if (json instanceof Map) {
            return (Map<String, Object>) json;
        }
        throw new ValueRefused(pointer, "must be an object");
    }

    @Override
    public Object merge(Object set, Object patch) {
        return MergePatch.apply(set, patch);
    }

    @Override
    public Map<String, Object> schema() {
        var schemas = new TreeMap<String, Object>();
        parts.forEach((name, type) -> schemas.put(name, type.schema()));
        var perKind = Map.of("type", "object", "properties", schemas, "additionalProperties", false);
        var perLocale = Map.of("type", "object", "propertyNames", kind.schema(), "additionalProperties", perKind);
        return Map.of("type", "object", "examples", List.of(Map.of()), "additionalProperties", perLocale);
    }
}
