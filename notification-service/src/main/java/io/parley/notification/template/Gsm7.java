package io.parley.notification.template;

import java.text.Normalizer;
import java.util.Map;

/** The alphabet of a plain text message (GSM 03.38): what is in it, what it costs, and what comes near the rest. */
final class Gsm7 {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";
    private static final Map<Integer, String> NEAR = Map.ofEntries(
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '„', "\""),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '\u00a0', " "),
            Map.entry((int) 'Ł', "L"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'Đ', "D"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'Œ', "OE"));

    private Gsm7() {}

    static boolean holds(String text) {
        return text.chars().allMatch(letter -> BASIC.indexOf(letter) >= 0 || EXTENDED.indexOf(letter) >= 0);
    }

    /** Septets: an extended character takes two. */
    static int length(String text) {
        return text.length()
                + (int) text.chars()
                        .filter(letter -> EXTENDED.indexOf(letter) >= 0)
                        .count();
    }

    /** Replaces what the alphabet lacks by what comes near it; leaves what has nothing near. */
    static String near(String text) {
        var near = new StringBuilder();
        text.codePoints().forEach(letter -> near.append(near(letter)));
        return near.toString();
    }

    private static String near(int letter) {
        var text = Character.toString(letter);
        if (holds(text)) {
            return text;
        }
        if (NEAR.containsKey(letter)) {
            return NEAR.get(letter);
        }
        var bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return holds(bare) && !bare.isEmpty() ? bare : text;
    }
}
