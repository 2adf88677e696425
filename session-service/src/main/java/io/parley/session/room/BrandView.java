package io.parley.session.room;

import java.util.regex.Pattern;

import io.parley.session.settings.Settings;

/** How a team shows itself to its customers; colours are #rrggbb, whatever the settings hold. */
public record BrandView(String name, String primaryColour, String accentColour) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final String PRIMARY = "#1f4f7a";
    private static final String ACCENT = "#e07a1f";

    public static BrandView of(Settings.Brand brand) {
        var colours = brand.colours();
        return new BrandView(
                brand.name(),
                colour(colours == null ? null : colours.primary(), PRIMARY),
                colour(colours == null ? null : colours.accent(), ACCENT));
    }

    /** What is no colour could be anything else, and stands in a style: it is never passed on. */
    private static String colour(String text, String otherwise) {
        return text != null && COLOUR.matcher(text).matches() ? text : otherwise;
    }
}
