package io.parley.notification.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A look into the ledger, past the service. */
record Rows(String database) {

    long number(String sql) {
        return Long.parseLong(of(sql).get(0).get(0));
    }

    /** The first column, or the first two. */
    List<List<String>> of(String sql) {
        try (var connection = DriverManager.getConnection(database, "notification", "notification");
                var result = connection.createStatement().executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var columns = result.getMetaData().getColumnCount();
                rows.add(
                        columns == 1
                                ? List.of(result.getString(1))
                                : List.of(result.getString(1), result.getString(2)));
            }
            return rows;
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
