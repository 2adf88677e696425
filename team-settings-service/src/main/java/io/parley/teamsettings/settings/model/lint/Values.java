package io.parley.teamsettings.settings.model.lint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import io.parley.teamsettings.settings.model.Effective;
import io.parley.teamsettings.settings.model.type.TimeSpan;

/** Effective settings as what they mean; never is longer than anything. */
final class Values {

    private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final Effective settings;
    private final Circumstances around;

    Values(Effective settings, Circumstances around) {
        this.settings = settings;
        this.around = around;
    }

    Instant now() {
        return around.now();
    }

    boolean hasUploadSteps() {
        return around.hasUploadSteps();
    }

    boolean on(String key) {
        return (boolean) settings.value(key);
    }

    boolean is(String key, String value) {
        return value.equals(settings.value(key));
    }

    String text(String key) {
        return (String) settings.value(key);
    }

    int number(String key) {
        return (int) settings.value(key);
    }

    Duration span(String key) {
        return is(key, TimeSpan.NEVER) ? FOR_EVER : Duration.parse(text(key));
    }

    boolean isNever(String key) {
        return is(key, TimeSpan.NEVER);
    }

    List<?> list(String key) {
        return (List<?>) settings.value(key);
    }

    Map<?, ?> map(String key) {
        return (Map<?, ?>) settings.value(key);
    }

    /** From one time of day to the next other one; nothing when both are the same. */
    Duration from(String start, String end) {
        var span = Duration.between(LocalTime.parse(text(start)), LocalTime.parse(text(end)));
        return span.isNegative() ? span.plusDays(1) : span;
    }
}
