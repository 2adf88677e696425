package io.parley.teamsettings.member.model;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** CSV is read as it was written, by us and by spreadsheets. */
class CsvTest {

    @Test
    void recordsCellsAndTheirLines() {
        assertThat(Csv.read("\ufeffa,b\r\n1,\"two, \"\"2\"\"\nlines\"\n\n3,\n"))
                .containsExactly(
                        new CsvRecord(1, List.of("a", "b")),
                        new CsvRecord(2, List.of("1", "two, \"2\"\nlines")),
                        new CsvRecord(5, List.of("3", "")));
    }

    @Test
    void theLastRecordNeedsNoEndOfLine() {
        assertThat(Csv.read("a,b\n1,"))
                .extracting(CsvRecord::cells)
                .containsExactly(List.of("a", "b"), List.of("1", ""));
        assertThat(Csv.read("a\nb")).extracting(CsvRecord::cells).containsExactly(List.of("a"), List.of("b"));
        assertThat(Csv.read("a\n\"b\"")).extracting(CsvRecord::cells).containsExactly(List.of("a"), List.of("b"));
        assertThat(Csv.read("")).isEmpty();
        assertThat(Csv.read("a\n")).hasSize(1);
    }

    @Test
    void anApostropheAloneIsNoEscape() {
        assertThat(Csv.read("',x\n")).extracting(CsvRecord::cells).containsExactly(List.of("'", "x"));
        assertThat(Csv.read("'=,x\n")).extracting(CsvRecord::cells).containsExactly(List.of("=", "x"));
    }

    @Test
    void aFormulaIsWrittenAsText() {
        assertThat(Csv.line(List.of("=1+1", "@x", "plain", "'quoted"))).isEqualTo("'=1+1,'@x,plain,'quoted\r\n");
    }

    @Test
    void aQuoteThatIsNotClosedIsRefusedWithItsLine() {
        assertThatThrownBy(() -> Csv.read("a\nb,\"c\nd"))
                .isInstanceOf(CsvRefused.class)
                .hasMessage("line 2: a quote is not closed");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var random = new Random(7);
        var characters = "a,\"\n'=+-@ \u00e4;";
        for (int i = 0; i < 2_000; i++) {
            var cells = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(cell -> random.ints(random.nextInt(6), 0, characters.length())
                            .mapToObj(place -> String.valueOf(characters.charAt(place)))
                            .reduce("x", String::concat))
                    .map(cell -> random.nextBoolean() ? cell.substring(1) : cell)
                    .filter(cell -> !cell.startsWith("'"))
                    .toList();
            if (!cells.isEmpty() && !(cells.size() == 1 && cells.get(0).isBlank())) {
                assertThat(Csv.read(Csv.line(cells)))
                        .extracting(CsvRecord::cells)
                        .containsExactly(cells);
            }
        }
    }
}
