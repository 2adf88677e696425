package io.parley.session.rehearsal;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.microprofile.config.ConfigProvider;

/** Everything that the database holds of a session, and of what belongs to none, as one value to compare. */
final class Footprint {

    private static final String TABLES = "select t.table_name,"
            + " (select column_name from information_schema.columns c where c.table_schema = 'public'"
            + "  and c.table_name = t.table_name and c.column_name = any (array['session_id', 'session']))"
            + " from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE'"
            // The relay empties it meanwhile; what would be in it too many shows on the topic.
            + " and t.table_name not in ('outbox', 'flyway_schema_history') order by 1";

    private static List<String> queries;

    private Footprint() {}

    /** @param session null to leave sessions out */
    static String of(String session) {
        try (var connection = DriverManager.getConnection(
                        config("quarkus.datasource.jdbc.url"),
                        config("quarkus.datasource.username"),
                        config("quarkus.datasource.password"));
                var statement = connection.createStatement()) {
            if (queries == null) {
                queries = new ArrayList<>();
                try (var tables = statement.executeQuery(TABLES)) {
                    while (tables.next()) {
                        queries.add(query(tables.getString(1), tables.getString(2)));
                    }
                }
            }
            var sql = queries.stream()
                    .map(query -> query.replace("{id}", session))
                    .collect(Collectors.joining(" union all "));
            var lines = new ArrayList<String>();
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return String.join("\n", lines);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tables of other things are taken whole. */
    private static String query(String table, String column) {
        var key = table.equals("session") ? "id" : column;
        return "select '%s ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                        .formatted(table)
                + " from " + table + " t" + (key == null ? "" : " where t." + key + " = '{id}'");
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
