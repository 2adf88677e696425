package io.parley.notification.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes one text message of at most 160 characters of the GSM alphabet, or 70 of any: names are cut before words are
 * dropped, and the link is never touched.
 */
final class SmsText {

    static final int GSM_7 = 160;
    static final int UCS_2 = 70;

    private static final List<Integer> NAME_LENGTHS = List.of(60, 24, 12);
    private static final Set<String> NAMES = Set.of("recipient", "agent", "team", "customer", "reason");

    private SmsText() {}

    /**
     * @param sentences from the best to the barest
     * @return the first that fits; the link or the code alone when none does
     */
    static String write(List<String> sentences, Map<String, String> values) {
        return sentences.stream()
                .flatMap(sentence -> NAME_LENGTHS.stream().map(length -> fill(sentence, values, length)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> values.getOrDefault("link", values.getOrDefault("code", "")));
    }

    static boolean fits(String text) {
        return Gsm7.holds(text) ? Gsm7.length(text) <= GSM_7 : text.length() <= UCS_2;
    }

    private static Optional<String> fill(String sentence, Map<String, String> values, int nameLength) {
        var filled = Placeholders.fill(sentence, cut(values, nameLength));
        // Text that comes near in the small alphabet has more than twice the room
        return Stream.of(Gsm7.near(filled), filled).filter(SmsText::fits).findFirst();
    }

    private static Map<String, String> cut(Map<String, String> values, int length) {
        var cut = new HashMap<>(values);
        cut.replaceAll((name, value) -> NAMES.contains(name) ? shortened(value, length) : value);
        return cut;
    }

    private static String shortened(String value, int length) {
        return value.codePointCount(0, value.length()) <= length
                ? value
                : value.substring(0, value.offsetByCodePoints(0, length - 1)).strip() + ".";
    }
}
