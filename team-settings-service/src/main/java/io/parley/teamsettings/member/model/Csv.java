package io.parley.teamsettings.member.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180), safe for spreadsheets: no cell that they would take for a formula. */
public final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** One line, with its end. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A record and the number of the line on which it begins; {@link CsvRefused} where quotes are not closed. */
    public static List<CsvRecord> read(String text) {
        return new Reader(text.startsWith("\ufeff") ? text.substring(1) : text).read();
    }

    private static String cell(String value) {
        var safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        var needsQuotes = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return needsQuotes ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String unescaped(String value) {
        var isEscaped = value.length() > 1 && value.charAt(0) == '\'' && FORMULA.indexOf(value.charAt(1)) >= 0;
        return isEscaped ? value.substring(1) : value;
    }

    /** Goes through the text once, character by character. */
    private static final class Reader {

        private final String text;
        private final List<CsvRecord> records = new ArrayList<>();
        private List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private int at;
        private int line = 1;
        private int began = 1;

        Reader(String text) {
            this.text = text;
        }

        List<CsvRecord> read() {
            while (at < text.length()) {
                next(text.charAt(at++));
            }
            if (cell.length() > 0 || !cells.isEmpty()) {
                endRecord();
            }
            return records;
        }

        private void next(char c) {
            if (c == '"' && cell.length() == 0) {
                quoted();
            } else if (c == ',') {
                endCell();
            } else if (c == '\n') {
                endRecord();
                line++;
                began = line;
            } else if (c != '\r') {
                cell.append(c);
            }
        }

        private void quoted() {
            while (at < text.length()) {
                var c = text.charAt(at++);
                line += c == '\n' ? 1 : 0;
                if (c != '"') {
                    cell.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    cell.append(text.charAt(at++));
                } else {
                    return;
                }
            }
            throw new CsvRefused(began, "a quote is not closed");
        }

        private void endCell() {
            cells.add(unescaped(cell.toString()));
            cell.setLength(0);
        }

        private void endRecord() {
            endCell();
            if (cells.size() > 1 || !cells.get(0).isBlank()) {
                records.add(new CsvRecord(began, cells));
            }
            cells = new ArrayList<>();
        }
    }
}
