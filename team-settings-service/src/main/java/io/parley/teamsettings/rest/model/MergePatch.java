package io.parley.teamsettings.rest.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON merge patch (RFC 7396) over plain maps. */
public final class MergePatch {

    private MergePatch() {}

    public static Object apply(Object target, Object patch) {
        if (!(patch instanceof Map)) {
            return patch;
        }
        var merged = new LinkedHashMap<Object, Object>();
        if (target instanceof Map) {
            merged.putAll((Map<?, ?>) target);
        }
        ((Map<?, ?>) patch).forEach((name, value) -> {
            if (value == null) {
                merged.remove(name);
            } else {
                merged.put(name, apply(merged.get(name), value));
            }
        });
        return merged;
    }
}
