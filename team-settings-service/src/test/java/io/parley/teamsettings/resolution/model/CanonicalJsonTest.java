package io.parley.teamsettings.resolution.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Canonical JSON as RFC 8785 wants it, by its own examples. */
class CanonicalJsonTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-17, -17",
        "1E30, 1e+30",
        "4.50, 4.5",
        "2e-3, 0.002",
        "0.000000000000000000000000001, 1e-27",
        "333333333.33333329, 333333333.3333333",
        "1e21, 1e+21",
        "123456789012345680000, 123456789012345680000",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "9007199254740992, 9007199254740992",
        "0.1, 0.1",
        "100, 100",
        "999999999999999900000, 999999999999999900000",
        "1234567890123456800000, 1.2345678901234568e+21",
        "0.1234567, 0.1234567",
        "12.5, 12.5",
        "-0.5, -0.5",
    })
    void aNumberIsWrittenAsEcmaScriptWritesIt(String written, String canonical) {
        assertThat(CanonicalJson.of(new BigDecimal(written))).isEqualTo(canonical);
    }

    @Test
    void namesAreSortedByTheirCodeUnits() {
        var object = new LinkedHashMap<String, Object>();
        for (var name : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            object.put(name, 0);
        }

        assertThat(CanonicalJson.of(object))
                .isEqualTo(
                        "{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00f6\":0,\"\u20ac\":0,\"\ud83d\ude00\":0,\"\ufb33\":0}");
    }

    @Test
    void textIsEscapedOnlyWhereItMustBe() {
        assertThat(CanonicalJson.of("\u20ac$\u000f\nA'B\"\\\\\"/"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @Test
    void onlyControlCharactersAreWrittenByTheirNumber() {
        assertThat(CanonicalJson.of("\u001f \u007f\t\b\f\r")).isEqualTo("\"\\u001f \u007f\\t\\b\\f\\r\"");
    }

    @Test
    void whatIsEmptyAndWhatIsNot() {
        assertThat(CanonicalJson.of(Map.of())).isEqualTo("{}");
        assertThat(CanonicalJson.of(List.of())).isEqualTo("[]");
        assertThat(CanonicalJson.of(Arrays.asList(null, true, List.of(Map.of("b", 1, "a", List.of())))))
                .isEqualTo("[null,true,[{\"a\":[],\"b\":1}]]");
    }
}
