package io.parley.notification.template;

import java.util.regex.Pattern;

/** A brand colour that can stand in a style, and what can be read on it. */
record Colour(String hex) {

    private static final Pattern HEX = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final String OURS = "#1f4f7a";
    private static final double HALF_WAY = 0.179;

    /** Whatever is not a colour becomes ours: a style is no place for free text. */
    static Colour of(String text) {
        return new Colour(text != null && HEX.matcher(text).matches() ? text : OURS);
    }

    /** Black or white, by WCAG's relative luminance. */
    String readable() {
        var luminance = 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
        return luminance > HALF_WAY ? "#000000" : "#ffffff";
    }

    private double linear(int start) {
        var part = Integer.parseInt(hex.substring(start, start + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
