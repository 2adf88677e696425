package io.parley.teamsettings.settings.model;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.parley.teamsettings.settings.model.type.OrNone;
import io.parley.teamsettings.settings.model.type.ValueRefused;

/** Values for tests: of each key one that it takes, and that is not its default. */
public final class SomeValue {

    private static final List<Object> CANDIDATES = List.of(
            "never",
            "PT42M",
            "none",
            false,
            true,
            7,
            "OTP",
            "SMS",
            "EXTERNAL",
            "FULL",
            "CONTINUE",
            "TEAM",
            "MANY",
            "LIST",
            "AT",
            List.of("AT", "CH"),
            "06:30",
            "Europe/Vienna",
            "#00ff00",
            "de-AT",
            "Acme",
            Map.of("de", Map.of("OTP", Map.of("sms", "Ihr Code: {code}"))),
            List.of(new UUID(1, 2).toString()));

    private SomeValue() {}

    public static Object of(SettingKey key) {
        var byDefault = Effective.ofTeam("Sales", Own.NOTHING, Own.NOTHING).value(key.name());
        return CANDIDATES.stream()
                .filter(value -> !OrNone.NONE.equals(value) || key.type() instanceof OrNone)
                .filter(value ->
                        !value.equals(byDefault) && violations(key, value).isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No value for " + key.name()));
    }

    static List<Violation> violations(SettingKey key, Object value) {
        try {
            key.type().read(value);
            return List.of();
        } catch (ValueRefused e) {
            return List.of(new Violation(key.pointer() + e.pointer(), e.getMessage()));
        }
    }
}
