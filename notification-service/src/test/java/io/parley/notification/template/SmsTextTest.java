package io.parley.notification.template;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SmsTextTest {

    static final String LINK =
            "https://rooms.example.com/j/019335a07c1f7a028f6e0d7b5a2c9e40.Zk3vQ0m8Yx1nT5rB7cWd9eUf2gHj4kLp6sAqNtVyXzo";
    static final List<String> SENTENCES =
            List.of("{agent} of {team} invites you to a private room: {link}", "{team}: {link}");

    @Test
    void aTextThatFitsIsAsItIs() {
        assertThat(SmsText.write(SENTENCES, Map.of("agent", "Al", "team", "Sales", "link", "https://a.example/j/1")))
                .isEqualTo("Al of Sales invites you to a private room: https://a.example/j/1");
    }

    @Test
    void namesAreCutBeforeWordsAreDropped() {
        var text = SmsText.write(
                SENTENCES, Map.of("agent", "Alexandrina Bartholomew-Fitzgerald", "team", "Sales", "link", LINK));

        assertThat(text).isEqualTo("Alexandrina. of Sales invites you to a private room: " + LINK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Łukasz Żółć", "François Lefèvre-Çelik", "João da Conceição", "“Al” – …", "O’Brien"})
    void lettersThatComeNearKeepItInTheSmallAlphabet(String name) {
        var text = SmsText.write(SENTENCES, Map.of("agent", name, "team", "Sales", "link", LINK));

        assertThat(Gsm7.holds(text)).isTrue();
        assertThat(text).endsWith(LINK).contains(" of Sales");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Анна Ахматова", "דנה לוי", "王小明", "😀 Al"})
    void aNameOfAnotherScriptGivesWayToTheLink(String name) {
        var text = SmsText.write(SENTENCES, Map.of("agent", name, "team", "Sales", "link", LINK));

        assertThat(text).isEqualTo("Sales: " + LINK);
    }

    @Test
    void anotherScriptHasSeventyCharacters() {
        var text =
                SmsText.write(List.of("{code} הוא הקוד שלך עבור {team}"), Map.of("code", "123456", "team", "מכירות"));

        assertThat(text).isEqualTo("123456 הוא הקוד שלך עבור מכירות");
    }

    @Test
    void aLinkThatLeavesNoRoomStandsAlone() {
        var link = LINK + "0123456789012345678901234567890123456789012345678901";

        assertThat(SmsText.write(SENTENCES, Map.of("agent", "Al", "team", "Sales", "link", link)))
                .isEqualTo(link);
    }

    @Test
    void extendedCharactersCountTwice() {
        assertThat(Gsm7.length("€{}")).isEqualTo(6);
        assertThat(SmsText.fits("€".repeat(80))).isTrue();
        assertThat(SmsText.fits("€".repeat(81))).isFalse();
        assertThat(SmsText.fits("a".repeat(160))).isTrue();
        assertThat(SmsText.fits("a".repeat(161))).isFalse();
        assertThat(SmsText.fits("ש".repeat(70))).isTrue();
        assertThat(SmsText.fits("ש".repeat(71))).isFalse();
    }

    @Test
    void aValueThatLooksLikeAPlaceholderStaysAsItIs() {
        assertThat(Placeholders.fill("{agent} and {team}", Map.of("agent", "{team}$1\\", "team", "Sales")))
                .isEqualTo("{team}$1\\ and Sales");
    }
}
