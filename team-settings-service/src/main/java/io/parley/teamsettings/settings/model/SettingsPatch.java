package io.parley.teamsettings.settings.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.parley.teamsettings.settings.model.type.ValueRefused;

/** A merge patch of settings, taken apart by key: a value to set, or null to inherit from now on. */
public record SettingsPatch(Map<String, Object> byKey) {

    /** Takes a document apart; {@link SettingsRefused} names each name in it that no setting has. */
    public static SettingsPatch of(Object document) {
        var byKey = new LinkedHashMap<String, Object>();
        var violations = new ArrayList<Violation>();
        takeApart("", "", document, byKey, violations);
        if (!violations.isEmpty()) {
            throw new SettingsRefused(violations);
        }
        return new SettingsPatch(byKey);
    }

    private static void takeApart(
            String name, String pointer, Object json, Map<String, Object> byKey, List<Violation> violations) {
        if (Catalogue.key(name) != null) {
            byKey.put(name, json);
        } else if (!isGroup(name)) {
            violations.add(new Violation(pointer, "is no setting"));
        } else if (json == null && !name.isEmpty()) {
            within(name).forEach(key -> byKey.put(key.name(), null));
        } else if (json instanceof Map) {
            ((Map<?, ?>) json)
                    .forEach((key, value) -> takeApart(
                            child(name, (String) key),
                            pointer + "/" + escaped((String) key),
                            value,
                            byKey,
                            violations));
        } else {
            violations.add(new Violation(pointer, "must be an object"));
        }
    }

    /** The changes that make one set of values into another. */
    public static SettingsPatch between(Map<String, Object> from, Map<String, Object> to) {
        var byKey = new LinkedHashMap<String, Object>();
        for (var key : Catalogue.keys()) {
            var wanted = to.get(key.name());
            if (wanted == null ? from.get(key.name()) != null : !wanted.equals(from.get(key.name()))) {
                byKey.put(key.name(), wanted);
            }
        }
        return new SettingsPatch(byKey);
    }

    /** What would be set afterwards; only the keys whose value really changes, null where it is inherited from then on. */
    public Map<String, Object> changes(Map<String, Object> own) {
        var wanted = new LinkedHashMap<>(own);
        var violations = new ArrayList<Violation>();
        byKey.forEach((name, value) -> set(Catalogue.key(name), value, wanted, violations));
        if (!violations.isEmpty()) {
            throw new SettingsRefused(violations);
        }
        return between(own, wanted).byKey();
    }

    private static void set(SettingKey key, Object patch, Map<String, Object> wanted, List<Violation> violations) {
        if (patch == null) {
            wanted.remove(key.name());
            return;
        }
        try {
            wanted.put(key.name(), key.type().read(key.type().merge(wanted.get(key.name()), patch)));
        } catch (ValueRefused e) {
            violations.add(new Violation(key.pointer() + e.pointer(), e.getMessage()));
        }
    }

    private static boolean isGroup(String name) {
        return name.isEmpty() || within(name).stream().findAny().isPresent();
    }

    private static List<SettingKey> within(String group) {
        return Catalogue.keys().stream()
                .filter(key -> key.name().startsWith(group + "."))
                .toList();
    }

    private static String child(String parent, String name) {
        // A dot in a name would reach a setting by another way than the one that is documented.
        var safe = name.replace(".", "\u0000");
        return parent.isEmpty() ? safe : parent + "." + safe;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
