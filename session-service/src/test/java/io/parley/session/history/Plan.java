package io.parley.session.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How the database went about a query, and what it cost.
 *
 * @param rows that were looked at, in tables and in indexes, whether they were wanted or not
 * @param pages of 8 KB
 * @param scanned tables that were read from end to end
 */
record Plan(long rows, long pages, double planningMillis, double millis, List<String> scanned) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs it, twice, so that the second finds in memory what there is room for; what it changes is undone. */
    static Plan of(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            var explain = "explain (analyze, buffers, format json) " + sql;
            statement.execute(explain);
            try (var rows = statement.executeQuery(explain)) {
                rows.next();
                return read(JSON.readTree(rows.getString(1)).get(0));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static Plan read(JsonNode explained) {
        var root = explained.get("Plan");
        var scans = new ArrayList<JsonNode>();
        collect(root, scans);
        return new Plan(
                Math.round(scans.stream().mapToDouble(Plan::looked).sum()),
                root.path("Shared Hit Blocks").asLong()
                        + root.path("Shared Read Blocks").asLong(),
                explained.get("Planning Time").asDouble(),
                explained.get("Execution Time").asDouble(),
                scans.stream()
                        .filter(scan -> scan.get("Node Type").textValue().equals("Seq Scan"))
                        .map(scan -> scan.get("Relation Name").textValue())
                        .toList());
    }

    private static void collect(JsonNode node, List<JsonNode> scans) {
        if (node.has("Relation Name") && node.get("Node Type").textValue().endsWith("Scan")) {
            scans.add(node);
        }
        node.path("Plans").forEach(child -> collect(child, scans));
    }

    private static double looked(JsonNode scan) {
        return scan.get("Actual Loops").asDouble()
                * (scan.get("Actual Rows").asDouble()
                        + scan.path("Rows Removed by Filter").asDouble()
                        + scan.path("Rows Removed by Index Recheck").asDouble());
    }

    /** The SQL with its values in their places. */
    static String withValues(String sql, List<Object> values) {
        var text = sql;
        for (int place = values.size(); place > 0; place--) {
            text = text.replace("$" + place, literal(values.get(place - 1)));
        }
        return text;
    }

    private static String literal(Object value) {
        if (value instanceof Object[] list) {
            return Arrays.stream(list).map(String::valueOf).collect(Collectors.joining(",", "'{", "}'"));
        }
        if (value instanceof UUID || value instanceof OffsetDateTime) {
            return "'" + value + "'";
        }
        return value instanceof String text ? "'" + text.replace("'", "''") + "'" : String.valueOf(value);
    }
}
