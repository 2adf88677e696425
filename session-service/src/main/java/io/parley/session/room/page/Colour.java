package io.parley.session.room.page;

/** A colour of a screen, and how well one is read on another (WCAG 2.2, 1.4.3). */
record Colour(int red, int green, int blue) {

    static final Colour WHITE = new Colour(255, 255, 255);
    static final Colour BLACK = new Colour(0, 0, 0);

    private static final double READABLE = 4.5;
    private static final int SHADES = 100;

    /** @param text #rrggbb */
    static Colour of(String text) {
        int rgb = Integer.parseInt(text.substring(1), 16);
        return new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** From 1, which nobody sees, to 21. */
    double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** The first shade of this colour, lighter or darker, that is read well on the ground. */
    Colour readableOn(Colour ground) {
        int step = ground.contrast(BLACK) > ground.contrast(WHITE) ? -1 : 1;
        var shade = this;
        for (int i = 1; shade.contrast(ground) < READABLE && i <= SHADES; i++) {
            shade = withLightness(Math.min(1, Math.max(0, lightness() + (double) i * step / SHADES)));
        }
        return shade;
    }

    /** White or black, whichever is read better on this colour. */
    Colour opposite() {
        return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
    }

    private double lightness() {
        return (Math.max(red, Math.max(green, blue)) + Math.min(red, Math.min(green, blue))) / 510.0;
    }

    /** The same hue, and as much of it as there is room for (HSL). */
    private Colour withLightness(double wanted) {
        double now = lightness();
        double roomNow = 1 - Math.abs(2 * now - 1);
        double share = roomNow == 0 ? 0 : (1 - Math.abs(2 * wanted - 1)) / roomNow;
        return new Colour(
                channel(red, now, wanted, share),
                channel(green, now, wanted, share),
                channel(blue, now, wanted, share));
    }

    private static int channel(int value, double from, double to, double share) {
        return (int) Math.round(Math.min(255, Math.max(0, (to + (value / 255.0 - from) * share) * 255)));
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
