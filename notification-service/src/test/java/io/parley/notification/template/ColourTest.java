package io.parley.notification.template;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ColourTest {

    @ParameterizedTest
    @ValueSource(strings = {"red", "#fff", "#1f4f7a;background:url(https://evil.example)", "", "#12345g"})
    void whateverIsNoColourBecomesOurs(String text) {
        assertThat(Colour.of(text)).isEqualTo(Colour.of(null)).isEqualTo(Colour.of("#1f4f7a"));
    }

    @Test
    void whatStandsOnItCanBeRead() {
        assertThat(Colour.of("#1f4f7a").readable()).isEqualTo("#ffffff");
        assertThat(Colour.of("#ffe066").readable()).isEqualTo("#000000");
    }
}
