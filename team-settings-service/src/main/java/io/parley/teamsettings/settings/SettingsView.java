package io.parley.teamsettings.settings;

import java.util.LinkedHashMap;
import java.util.Map;

import io.parley.teamsettings.settings.model.Effective;
import io.parley.teamsettings.settings.model.Nested;

/** Settings as the API shows them: dots become objects; what is in effect, or only the own values, or with reasons. */
final class SettingsView {

    private SettingsView() {}

    static Map<String, Object> of(SettingsState state, boolean own, boolean explain) {
        if (explain) {
            return explained(state.effective());
        }
        return Nested.of(own ? state.own().plain() : state.effective().plain());
    }

    private static Map<String, Object> explained(Effective effective) {
        var byKey = new LinkedHashMap<String, Object>();
        effective.byKey().forEach((key, explained) -> byKey.put(key, explained(explained)));
        return Nested.of(byKey);
    }

    private static Map<String, Object> explained(Effective.Explained explained) {
        var view = new LinkedHashMap<String, Object>();
        view.put("value", explained.value());
        view.put("level", explained.level());
        if (explained.from() != null) {
            view.put("revision", explained.from().revision());
            view.put("author", explained.from().author());
            view.put("at", explained.from().at());
        }
        return view;
    }
}
