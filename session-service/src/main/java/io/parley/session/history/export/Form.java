package io.parley.session.history.export;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.parley.session.session.view.SessionView;

/** How an export is written. */
interface Form {

    String NDJSON = "application/x-ndjson";
    String CSV = "text/csv";

    /** What stands before the first session; empty for nothing. */
    String head();

    /** Lines; without the last end where the framework puts one behind each piece of this kind. */
    String write(List<SessionView> sessions);

    /** A JSON object in each line; what a session does not have is absent. */
    record Ndjson(ObjectMapper json) implements Form {
        @Override
        public String head() {
            return "";
        }

        @Override
        public String write(List<SessionView> sessions) {
            return sessions.stream().map(this::line).collect(Collectors.joining("\n"));
        }

        private String line(SessionView session) {
            var line = new LinkedHashMap<String, Object>();
            for (var column : Column.values()) {
                line.put(column.title(), column.of(session));
            }
            line.values().removeIf(value -> value == null);
            try {
                return json.writeValueAsString(line);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * RFC 4180, with a header line. What a spreadsheet would take for a formula has an apostrophe before it, as telephone
     * numbers have: names and labels are typed by people, some of whom mean harm.
     */
    record Csv() implements Form {
        private static final String FORMULA = "=+-@\t\r";

        @Override
        public String head() {
            return row(Arrays.stream(Column.values()).map(Column::title));
        }

        @Override
        public String write(List<SessionView> sessions) {
            return sessions.stream()
                    .map(session -> row(Arrays.stream(Column.values()).map(column -> column.of(session))))
                    .collect(Collectors.joining());
        }

        static String row(Stream<?> values) {
            return values.map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
        }

        private static String field(Object value) {
            if (value == null) {
                return "";
            }
            var text = value.toString();
            boolean formula = value instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
            var safe = formula ? "'" + text : text;
            boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
            return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
        }
    }
}
