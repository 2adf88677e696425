package io.parley.teamsettings.settings.model.lint;

import java.time.Duration;
import java.util.List;

import io.parley.teamsettings.settings.model.lint.Contradiction.Severity;

/** Contradictions of what happens when. */
final class ClockRules {

    private static final String REMINDERS = "invitation.reminders.enabled";
    private static final String FIRST = "invitation.reminders.firstAfter";
    private static final String REPEAT = "invitation.reminders.repeatEvery";
    private static final String MOST = "invitation.reminders.atMost";
    private static final String QUIET_FROM = "invitation.reminders.quietHours.from";
    private static final String QUIET_TO = "invitation.reminders.quietHours.to";
    private static final String LINK = "link.lifetime";
    private static final String INACTIVITY = "session.endAfterInactivity";

    static final List<Contradiction> ALL = List.of(
            new Contradiction(
                    "reminder-after-expiry",
                    Severity.WARNING,
                    List.of(REMINDERS, FIRST, LINK),
                    "The link has lapsed before the first reminder would go out: none ever does.",
                    settings -> settings.on(REMINDERS) && isNotBefore(settings.span(FIRST), settings.span(LINK))),
            new Contradiction(
                    "reminder-after-end",
                    Severity.WARNING,
                    List.of(REMINDERS, FIRST, INACTIVITY),
                    "The session has ended for inactivity before the first reminder would go out.",
                    settings -> settings.on(REMINDERS) && isNotBefore(settings.span(FIRST), settings.span(INACTIVITY))),
            new Contradiction(
                    "reminders-cut-short",
                    Severity.WARNING,
                    List.of(REMINDERS, REPEAT, MOST, LINK),
                    "The link lapses before the last reminder: not all of them go out.",
                    ClockRules::isCutShort),
            new Contradiction(
                    "quiet-hours-swallow-link",
                    Severity.WARNING,
                    List.of(REMINDERS, QUIET_FROM, QUIET_TO, LINK),
                    "The quiet hours are as long as the link lives: a link of the evening lapses without a reminder.",
                    settings -> settings.on(REMINDERS)
                            && isNotBefore(settings.from(QUIET_FROM, QUIET_TO), settings.span(LINK))),
            new Contradiction(
                    "link-outlives-session",
                    Severity.WARNING,
                    List.of(LINK, INACTIVITY),
                    "The session ends for inactivity while its link still lives: late customers find it ended.",
                    settings -> settings.span(LINK).compareTo(settings.span(INACTIVITY)) > 0),
            new Contradiction(
                    "lock-outlives-link",
                    Severity.WARNING,
                    List.of("customer.authentication.method", "customer.authentication.lockTime", LINK),
                    "A lock lasts as long as the link lives: who mistypes once too often never gets in.",
                    settings -> !settings.is("customer.authentication.method", "NONE")
                            && isNotBefore(settings.span("customer.authentication.lockTime"), settings.span(LINK))));

    private ClockRules() {}

    private static boolean isNotBefore(Duration event, Duration end) {
        return event.compareTo(end) >= 0;
    }

    private static boolean isCutShort(Values settings) {
        var last = settings.span(FIRST).plus(settings.span(REPEAT).multipliedBy(settings.number(MOST) - 1L));
        return settings.on(REMINDERS)
                && !isNotBefore(settings.span(FIRST), settings.span(LINK))
                && isNotBefore(last, settings.span(LINK));
    }
}
