package io.parley.session.room.page;

import io.parley.session.room.BrandView;

/**
 * The page's colours, made of the brand's: whatever a team chose, what stands in them or on them can be read, by day and
 * by night.
 *
 * @param brand the ground of the page's head, and onBrand what is written on it
 * @param inkByDay the brand's colour for writing and buttons on the light page
 * @param inkByNight the same on the dark page
 */
record Palette(Colour brand, Colour onBrand, Colour accent, Colour inkByDay, Colour inkByNight) {

    // The grounds of room.css on which it is hardest to read.
    private static final Colour DAY = Colour.of("#f3f4f6");
    private static final Colour NIGHT = Colour.of("#262a32");

    static Palette of(BrandView brand) {
        var primary = Colour.of(brand.primaryColour());
        return new Palette(
                primary,
                primary.opposite(),
                Colour.of(brand.accentColour()),
                primary.readableOn(DAY),
                primary.readableOn(NIGHT));
    }
}
