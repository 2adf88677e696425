package io.parley.session.room.page;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.session.room.BrandView;

import static org.assertj.core.api.Assertions.assertThat;

class ColourTest {

    private static final double READABLE = 4.5;

    @ParameterizedTest
    @ValueSource(strings = {"#ffffff", "#000000", "#ffff00", "#777777", "#1f4f7a", "#e07a1f", "#0000ff", "#00ff00"})
    void whateverATeamChoosesCanBeRead(String primary) {
        var palette = Palette.of(new BrandView("Any", primary, "#ffffff"));

        assertThat(palette.brand().contrast(palette.onBrand())).isGreaterThanOrEqualTo(READABLE);
        assertThat(palette.inkByDay().contrast(Colour.of("#f3f4f6"))).isGreaterThanOrEqualTo(READABLE);
        assertThat(palette.inkByDay().contrast(Colour.WHITE)).isGreaterThanOrEqualTo(READABLE);
        assertThat(palette.inkByNight().contrast(Colour.of("#262a32"))).isGreaterThanOrEqualTo(READABLE);
        assertThat(palette.inkByNight().contrast(Colour.of("#14161b"))).isGreaterThanOrEqualTo(READABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1f4f7a", "#b3261e"})
    void aColourThatCanBeReadStaysAsItIs(String primary) {
        assertThat(Palette.of(new BrandView("Any", primary, "#ffffff")).inkByDay())
                .hasToString(primary);
    }
}
