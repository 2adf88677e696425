package io.parley.teamsettings.settings.model.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.parley.teamsettings.settings.model.lint.Contradiction.Severity;

/** Contradictions of what customers read and see. */
final class BrandRules {

    /** Contrast to white below which WCAG 2.2 AA fails for text. */
    private static final double LEAST_CONTRAST = 4.5;

    private static final Set<String> WITH_LINK =
            Set.of("INVITATION", "RESEND", "RE_ENGAGEMENT", "RENEWAL", "REMINDER", "NEW_ACTIVITY");

    static final List<Contradiction> ALL = List.of(
            new Contradiction(
                    "text-without-link",
                    Severity.WARNING,
                    List.of("brand.texts"),
                    "An own SMS text lacks {link}, or {code} for an OTP: the built-in text is sent instead.",
                    settings -> settings.map("brand.texts").values().stream().anyMatch(BrandRules::lacksItsPoint)),
            new Contradiction(
                    "colour-too-pale",
                    Severity.WARNING,
                    List.of("brand.colours.primary"),
                    "White text on the main colour has a contrast below 4.5 to 1.",
                    settings -> contrastToWhite(settings.text("brand.colours.primary")) < LEAST_CONTRAST),
            new Contradiction(
                    "colours-alike",
                    Severity.WARNING,
                    List.of("brand.colours.primary", "brand.colours.accent"),
                    "Main and second colour are the same: what should stand out does not.",
                    settings -> settings.is("brand.colours.primary", settings.text("brand.colours.accent"))));

    private BrandRules() {}

    private static boolean lacksItsPoint(Object kinds) {
        return ((Map<?, ?>) kinds)
                .entrySet().stream().anyMatch(entry -> lacksItsPoint(entry.getKey(), entry.getValue()));
    }

    private static boolean lacksItsPoint(Object kind, Object parts) {
        var sms = (String) ((Map<?, ?>) parts).get("sms");
        var point = kind.equals("OTP") ? "{code}" : WITH_LINK.contains(kind) ? "{link}" : "";
        return sms != null && !sms.contains(point);
    }

    private static double contrastToWhite(String colour) {
        var weights = new double[] {0.2126, 0.7152, 0.0722};
        var luminance = IntStream.range(0, 3)
                .mapToDouble(i -> weights[i] * linear(Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16)))
                .sum();
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
