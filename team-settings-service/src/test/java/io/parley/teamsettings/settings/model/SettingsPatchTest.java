package io.parley.teamsettings.settings.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a merge patch sets, forgets and refuses. */
class SettingsPatchTest {

    @ParameterizedTest
    @CsvSource({
        "link.lifetime, P3D",
        "link.lifetime, never",
        "link.lifetime, PT1S",
        "link.lifetime, P3650D",
        "session.endAfterInactivity, PT1H30M",
        "session.renewableFor, never",
        "session.accessAfterEnd.duration, P1DT2H",
        "customer.authentication.lockTime, PT5S",
        "brand.smsSender, +4915112345678",
        "brand.mailReplyTo, service@parley.example",
        "brand.logo, none",
        "invitation.reminders.quietHours.from, 23:59",
    })
    void isTaken(String key, String value) {
        assertThat(changes(key, value)).isEqualTo(Map.of(key, value));
    }

    @ParameterizedTest
    @CsvSource({
        "link.lifetime, P1M",
        "link.lifetime, P1Y",
        "link.lifetime, P0D",
        "link.lifetime, P3650DT1S",
        "link.lifetime, PT0S",
        "link.lifetime, -P1D",
        "link.lifetime, P",
        "link.lifetime, PT",
        "link.lifetime, P1DT",
        "link.lifetime, p7d",
        "link.lifetime, 7 days",
        "link.lifetime, P99999D",
        "link.lifetime, PT99999999999999S",
        "link.lifetime, NEVER",
        "customer.authentication.lockTime, never",
        "invitation.reminders.firstAfter, never",
        "invitation.reminders.quietHours.from, 24:00",
        "invitation.reminders.zone, Mars/Olympus",
        "channels.region, XX",
        "channels.region, de",
        "channels.default, FAX",
        "brand.colours.primary, red",
        "brand.colours.primary, #FFF",
        "brand.smsSender, much-too-long-a-name",
        "brand.smsSender, 12345",
        "brand.mailReplyTo, not a mail",
        "brand.mailReplyTo, a@b",
        "brand.logo, http://elsewhere.example/logo.png",
        "brand.locale, English",
        "session.historyScope, mine",
        "room.chat, true",
        "customer.authentication.attempts, 3",
    })
    void isRefusedAtItsPlace(String key, String value) {
        var refused = refused(Nested.of(Map.of(key, value)));

        assertThat(refused).extracting(Violation::pointer).containsExactly("/" + key.replace('.', '/'));
    }

    @Test
    void aLineOfTextHasNoSecondLine() {
        assertThat(refused(Map.of("brand", Map.of("mailFromName", "Sales\r\nBcc: all@example.com"))))
                .hasSize(1);
        assertThat(changes("customer.consent.text", "First.\nSecond.")).hasSize(1);
    }

    @Test
    void aNameThatIsNoSettingIsRefusedAtItsPlace() {
        var refused = refused(Map.of("link", Map.of("lifetme", "P1D"), "foo", 1, "brand.name", "x"));

        assertThat(refused)
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/link/lifetme", "/foo", "/brand.name");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        var refused = refused(Map.of("link", Map.of("lifetime", 7), "room", Map.of("chat", "yes", "attachments", 1)));

        assertThat(refused).hasSize(3);
    }

    @Test
    void aSettingIsNoGroupAndAGroupNoSetting() {
        assertThat(refused(Map.of("link", "P1D")))
                .extracting(Violation::pointer)
                .containsExactly("/link");
        assertThat(refused(Map.of("room", Map.of("chat", Map.of("on", true))))).hasSize(1);
        assertThat(refused(List.of())).extracting(Violation::pointer).containsExactly("");
        assertThat(refused("text")).hasSize(1);
    }

    @Test
    void neverIsReversible() {
        var never = apply(Map.of(), Map.of("link", Map.of("lifetime", "never")));
        var again = apply(never, Map.of("link", Map.of("lifetime", "P2D")));
        var inherited = apply(again, Map.of("link", Collections.singletonMap("lifetime", null)));

        assertThat(never).isEqualTo(Map.of("link.lifetime", "never"));
        assertThat(again).isEqualTo(Map.of("link.lifetime", "P2D"));
        assertThat(inherited).isEmpty();
    }

    @Test
    void nullForAGroupInheritsAllOfIt() {
        Map<String, Object> own = Map.of("room.chat", false, "room.attachments", false, "link.lifetime", "P1D");

        assertThat(apply(own, Collections.singletonMap("room", null))).isEqualTo(Map.of("link.lifetime", "P1D"));
    }

    @Test
    void whatIsSetAlreadyIsNoChange() {
        assertThat(SettingsPatch.of(Map.of("room", Map.of("chat", false))).changes(Map.of("room.chat", false)))
                .isEmpty();
    }

    @Test
    void textsAreMergedOneByOne() {
        var first = apply(Map.of(), Map.of("brand", Map.of("texts", texts("en", "OTP", "sms", "Code {code}"))));
        var second = apply(first, Map.of("brand", Map.of("texts", texts("de", "OTP", "sms", "Der Code {code}"))));

        assertThat(second.get("brand.texts").toString()).contains("Code {code}", "Der Code {code}");
    }

    @Test
    void textsAreRefusedAtTheirPlace() {
        assertThat(refused(Map.of("brand", Map.of("texts", texts("en", "FAX", "sms", "x")))))
                .extracting(Violation::pointer)
                .containsExactly("/brand/texts/en/FAX");
        assertThat(refused(Map.of("brand", Map.of("texts", texts("en", "OTP", "subject", "a\nb")))))
                .extracting(Violation::pointer)
                .containsExactly("/brand/texts/en/OTP/subject");
        assertThat(refused(Map.of("brand", Map.of("texts", texts("en", "OTP", "html", "a")))))
                .extracting(Violation::pointer)
                .containsExactly("/brand/texts/en/OTP/html");
    }

    @Test
    void aListIsReadEachOnce() {
        var twice = Map.of("channels", Map.of("smsCountries", List.of("DE", "AT", "DE")));

        assertThat(apply(Map.of(), twice)).isEqualTo(Map.of("channels.smsCountries", List.of("DE", "AT")));
        assertThat(refused(Map.of("channels", Map.of("smsCountries", List.of("DE", "D")))))
                .extracting(Violation::pointer)
                .containsExactly("/channels/smsCountries/1");
        assertThat(refused(Map.of("channels", Map.of("smsCountries", List.of()))))
                .hasSize(1);
        assertThat(refused(Map.of("channels", Map.of("smsCountries", Arrays.asList("DE", null)))))
                .hasSize(1);
    }

    @Test
    void aGrantMayEnd() {
        var team = "01987d3e-6c1a-7b2f-9d40-5a1f0c3e7b11";
        var grants = List.of(team, Map.of("team", team, "until", "2027-01-31T12:00:00Z"));

        assertThat(changes("lending.to.teams", grants)).isEqualTo(Map.of("lending.to.teams", grants));
        assertThat(refused(Map.of(
                        "lending", Map.of("to", Map.of("teams", List.of(Map.of("team", team, "until", "soon")))))))
                .extracting(Violation::pointer)
                .containsExactly("/lending/to/teams/0/until");
        assertThat(refused(Map.of("lending", Map.of("to", Map.of("teams", List.of("Sales"))))))
                .hasSize(1);
        assertThat(refused(Map.of("lending", Map.of("to", Map.of("teams", List.of(Map.of("until", "x")))))))
                .hasSize(1);
    }

    private static Map<String, Object> changes(String key, Object value) {
        return SettingsPatch.of(Nested.of(Map.of(key, value))).changes(Map.of());
    }

    private static Map<String, Object> apply(Map<String, Object> own, Object patch) {
        var after = new HashMap<>(own);
        SettingsPatch.of(patch).changes(own).forEach((key, value) -> {
            if (value == null) {
                after.remove(key);
            } else {
                after.put(key, value);
            }
        });
        return after;
    }

    private static Map<String, Object> texts(String locale, String kind, String part, String text) {
        return Map.of(locale, Map.of(kind, Map.of(part, text)));
    }

    private static List<Violation> refused(Object document) {
        return catchThrowableOfType(
                        SettingsRefused.class, () -> SettingsPatch.of(document).changes(Map.of()))
                .violations();
    }
}
