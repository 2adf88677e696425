package io.parley.teamsettings.settings.model.type;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What each type of setting takes, to its last value, and what it says to the next one. */
class ValueTypesTest {

    @Test
    void aTimeSpanIsTakenFromASecondToItsMost() {
        var week = TimeSpan.upTo(Duration.ofDays(7));

        assertThat(week.read("PT1S")).isEqualTo("PT1S");
        assertThat(week.read("P7D")).isEqualTo("P7D");
        assertRefused(week, "PT0S", "from PT1S to P7D");
        assertRefused(week, "P7DT1S", "from PT1S to P7D");
    }

    @Test
    void neverIsATimeSpanWhereItMayBe() {
        var week = Duration.ofDays(7);

        assertThat(TimeSpan.orNever(week).read("never")).isEqualTo("never");
        assertRefused(TimeSpan.orNever(week), "always", "P7D, or never");
        assertThatThrownBy(() -> TimeSpan.upTo(week).read("never")).hasMessageEndingWith("to P7D");
        assertThat(TimeSpan.orNever(week).schema().get("pattern").toString()).startsWith("^(never|P");
        assertThat(TimeSpan.upTo(week).schema().get("pattern").toString()).startsWith("^(P");
    }

    @Test
    void aWholeNumberIsTakenWithinItsBounds() {
        var few = new WholeNumber(2, 4);

        assertThat(few.read(2)).isEqualTo(2);
        assertThat(few.read(4L)).isEqualTo(4);
        assertRefused(few, 1, "from 2 to 4");
        assertRefused(few, 5, "from 2 to 4");
        assertRefused(few, 2.5, "from 2 to 4");
    }

    @Test
    void aLineHasNoBreaksAndLinesMayHave() {
        assertThat(Text.line(5).read("Salut")).isEqualTo("Salut");
        assertThat(Text.lines(5).read("a\n\tb")).isEqualTo("a\n\tb");
        assertRefused(Text.line(5), "Salute", "1 to 5 characters");
        assertRefused(Text.line(5), "a\nb", "one line");
        assertRefused(Text.lines(5), "a\u0007b", "at most 5");
        assertRefused(Text.lines(5), "a\rb", "at most 5");
        assertRefused(Text.of("[a-z]+", "must be small"), "A", "must be small");
    }

    @Test
    void aListTakesEachOnceAndNoMoreThanItsMost() {
        var two = new Each(Choice.of("A", "B", "C"), 1, 2);

        assertThat(two.read(List.of("B", "A"))).isEqualTo(List.of("B", "A"));
        assertThat(two.read(List.of("B", "B"))).isEqualTo(List.of("B"));
        assertRefused(two, List.of("A", "B", "C"), "1 to 2 values");
        assertRefused(two, List.of(), "1 to 2 values");
        assertThatThrownBy(() -> two.read(List.of("A", "D")))
                .isInstanceOfSatisfying(ValueRefused.class, refused -> assertThat(refused.pointer())
                        .isEqualTo("/1"))
                .hasMessage("must be one of A, B, C");
    }

    @Test
    void ofAListThatIsTooLongNoMoreIsReadThanShowsIt() {
        assertRefused(new Each(Choice.of("A"), 0, 2), Collections.nCopies(100_000, "A"), "0 to 2 values");
        assertThatThrownBy(() -> new Each(Choice.of("A"), 0, 2).read(List.of("A", "A", "A", "no such")))
                .hasMessageContaining("0 to 2 values");
    }

    @Test
    void aCountryIsAnIsoCode() {
        assertThat(Choice.country().read("AT")).isEqualTo("AT");
        assertRefused(Choice.country(), "XX", "ISO 3166");
    }

    @Test
    void noneTakesAwayWhatTheOrganisationHas() {
        var type = new OrNone(Text.line(20));

        assertThat(type.effective(type.read("none"))).isNull();
        assertThat(type.effective(type.read("Acme"))).isEqualTo("Acme");
    }

    private static void assertRefused(ValueType type, Object value, String because) {
        assertThatThrownBy(() -> type.read(value))
                .isInstanceOf(ValueRefused.class)
                .hasMessageContaining(because);
    }
}
