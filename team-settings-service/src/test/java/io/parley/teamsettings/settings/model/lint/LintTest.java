package io.parley.teamsettings.settings.model.lint;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.parley.teamsettings.settings.model.Catalogue;
import io.parley.teamsettings.settings.model.Effective;
import io.parley.teamsettings.settings.model.Own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each contradiction is found where it is, and not where it is only nearly so. */
class LintTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Circumstances AROUND = new Circumstances(NOW, true);
    private static final String TEAM = new UUID(1, 2).toString();

    /** A name, settings that contradict themselves so, and settings just beside them that do not. */
    static Stream<Arguments> contradictions() {
        return Stream.of(
                arguments(
                        "no-channel",
                        off("channels.email", "channels.sms"),
                        with(
                                off("channels.email", "channels.sms"),
                                "invitation.mode",
                                "EXTERNAL",
                                "invitation.contactRequired",
                                false)),
                arguments(
                        "no-channel",
                        with(off("channels.email", "channels.sms"), "invitation.mode", "EXTERNAL"),
                        off("channels.sms")),
                arguments("default-channel-off", off("channels.email"), off("channels.sms")),
                arguments(
                        "default-channel-off",
                        with(off("channels.sms"), "channels.default", "SMS"),
                        Map.of("channels.default", "SMS")),
                arguments(
                        "region-not-reached",
                        Map.of("channels.smsCountries", List.of("AT")),
                        Map.of("channels.smsCountries", List.of("AT", "DE"))),
                arguments(
                        "otp-without-second-channel",
                        with(off("channels.sms"), "customer.authentication.method", "OTP"),
                        Map.of("customer.authentication.method", "OTP")),
                arguments(
                        "reminders-without-messages",
                        reminders("invitation.mode", "EXTERNAL"),
                        Map.of("invitation.mode", "EXTERNAL")),
                arguments(
                        "reminder-after-expiry",
                        reminders("invitation.reminders.firstAfter", "P7D"),
                        reminders("invitation.reminders.firstAfter", "P6DT23H")),
                arguments(
                        "reminder-after-end",
                        reminders("session.endAfterInactivity", "P1D"),
                        reminders("session.endAfterInactivity", "P1DT1S")),
                arguments(
                        "reminders-cut-short", reminders("link.lifetime", "P5D"), reminders("link.lifetime", "P5DT1S")),
                arguments(
                        "quiet-hours-swallow-link",
                        reminders("link.lifetime", "PT11H"),
                        reminders("link.lifetime", "PT12H")),
                arguments("link-outlives-session", Map.of("link.lifetime", "P8D"), Map.of("link.lifetime", "P7D")),
                arguments(
                        "link-outlives-session",
                        Map.of("link.lifetime", "never"),
                        Map.of("link.lifetime", "never", "session.endAfterInactivity", "never")),
                arguments(
                        "lock-outlives-link",
                        Map.of("customer.authentication.method", "PIN", "link.lifetime", "PT15M"),
                        Map.of("link.lifetime", "PT15M")),
                arguments(
                        "consent-without-text",
                        Map.of("customer.consent.required", true),
                        Map.of("customer.consent.required", true, "customer.consent.text", "I agree")),
                arguments("attachments-without-chat", off("room.chat"), off("room.chat", "room.attachments")),
                arguments("uploads-without-attachments", off("room.attachments"), off("room.chat")),
                arguments(
                        "access-outlives-renewal",
                        Map.of("session.accessAfterEnd.mode", "FULL", "session.accessAfterEnd.duration", "never"),
                        Map.of("session.accessAfterEnd.mode", "FULL")),
                arguments(
                        "documents-before-renewal",
                        Map.of("retention.documents", "P29D"),
                        Map.of("retention.documents", "P30D")),
                arguments(
                        "documents-before-renewal",
                        Map.of("session.renewableFor", "never"),
                        Map.of("session.renewableFor", "never", "retention.documents", "never")),
                arguments(
                        "contacts-before-renewal",
                        Map.of("retention.contacts", "P29DT23H"),
                        Map.of("retention.contacts", "P30D")),
                arguments(
                        "skeleton-before-contents",
                        Map.of("retention.skeleton", "P364D"),
                        Map.of("retention.skeleton", "P365D")),
                arguments(
                        "skeleton-before-contents",
                        Map.of("retention.skeleton", "P365D", "retention.documents", "P366D"),
                        Map.of("retention.documents", "never")),
                arguments(
                        "access-outlives-documents",
                        Map.of("session.accessAfterEnd.duration", "P91D"),
                        Map.of("session.accessAfterEnd.duration", "P91D", "session.accessAfterEnd.mode", "NONE")),
                arguments("text-without-link", texts("INVITATION", "Come in"), texts("INVITATION", "Come in: {link}")),
                arguments("text-without-link", texts("OTP", "{link}"), texts("OTP", "{code}")),
                arguments(
                        "colour-too-pale",
                        Map.of("brand.colours.primary", "#e07a1f"),
                        Map.of("brand.colours.primary", "#000000")),
                arguments("colours-alike", Map.of("brand.colours.accent", "#1f4f7a"), Map.of()),
                arguments("lends-to-nobody", Map.of("lending.to.mode", "LIST"), Map.of("lending.to.mode", "ALL")),
                arguments(
                        "grants-without-list",
                        Map.of("lending.to.teams", List.of(TEAM)),
                        Map.of("lending.to.mode", "LIST", "lending.to.teams", List.of(TEAM))),
                arguments(
                        "grant-is-over",
                        Map.of("lending.to.mode", "LIST", "lending.to.teams", List.of(until(NOW))),
                        Map.of("lending.to.mode", "LIST", "lending.to.teams", List.of(until(NOW.plusSeconds(1))))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("contradictions")
    void isFoundWhereItIs(String name, Map<String, Object> there, Map<String, Object> notThere) {
        assertThat(names(there)).contains(name);
        assertThat(names(notThere)).doesNotContain(name);
    }

    @Test
    void everyContradictionHasATest() {
        assertThat(contradictions().map(test -> (String) test.get()[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Lint.catalogue().stream().map(Contradiction::name).toList());
    }

    @Test
    void everyContradictionSpeaksOfKeysThatThereAre() {
        assertThat(Lint.catalogue()).allSatisfy(contradiction -> {
            assertThat(contradiction.keys()).isNotEmpty().allSatisfy(key -> assertThat(Catalogue.key(key))
                    .isNotNull());
            assertThat(contradiction.explanation()).endsWith(".");
        });
    }

    @Test
    void theDefaultsDoNotContradictThemselves() {
        assertThat(names(Map.of())).isEmpty();
    }

    @Test
    void withoutUploadStepsNothingAsksForAttachments() {
        assertThat(Lint.of(effective(off("room.attachments", "room.chat")), new Circumstances(NOW, false)))
                .isEmpty();
    }

    @Test
    void onlyWhatIsNewRefusesAChange() {
        var broken = effective(off("channels.email", "channels.sms"));
        var alsoBroken = effective(with(off("channels.email", "channels.sms"), "room.chat", false));

        assertThat(Lint.refusals(effective(Map.of()), broken, AROUND))
                .extracting(Finding::name)
                .containsExactly("no-channel");
        assertThat(Lint.refusals(broken, alsoBroken, AROUND)).isEmpty();
        assertThat(Lint.refusals(effective(Map.of()), effective(off("room.chat")), AROUND))
                .isEmpty();
    }

    private static List<String> names(Map<String, Object> own) {
        return Lint.of(effective(own), AROUND).stream().map(Finding::name).toList();
    }

    private static Effective effective(Map<String, Object> own) {
        var values = new HashMap<String, Own.Value>();
        own.forEach((key, value) -> values.put(key, new Own.Value(value, 1, "ada", NOW)));
        return Effective.ofTeam("Sales", Own.NOTHING, new Own(values));
    }

    private static Map<String, Object> off(String... keys) {
        var own = new TreeMap<String, Object>();
        for (var key : keys) {
            own.put(key, false);
        }
        return own;
    }

    private static Map<String, Object> reminders(String key, Object value) {
        return with(Map.of("invitation.reminders.enabled", true), key, value);
    }

    private static Map<String, Object> with(Map<String, Object> own, Object... more) {
        var all = new TreeMap<>(own);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    private static Map<String, Object> texts(String kind, String sms) {
        return Map.of("brand.texts", Map.of("en", Map.of(kind, Map.of("sms", sms))));
    }

    private static Map<String, Object> until(Instant end) {
        return Map.of("team", TEAM, "until", end.toString());
    }
}
