package io.parley.session.room.page;

/** A colour of a screen, and how well one is read on another (WCAG 2.2, 1.4.3). */
record Colour(int red, int green, int blue) {

    static final Colour WHITE = new Colour(255, 255, 255);
    static final Colour BLACK = new Colour(0, 0, 0);

    private static final double READABLE = 4.5;
    private static final int SHADES = 50;

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

    /** The first shade of this colour that is read well on the ground. */
    Colour readableOn(Colour ground) {
        var end = ground.contrast(BLACK) > ground.contrast(WHITE) ? BLACK : WHITE;
        var shade = this;
        for (int i = 1; shade.contrast(ground) < READABLE && i <= SHADES; i++) {
            shade = towards(end, (double) i / SHADES);
        }
        return shade;
    }

    /** White or black, whichever is read better on this colour. */
    Colour opposite() {
        return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
    }

    private Colour towards(Colour other, double share) {
        return new Colour(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
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
