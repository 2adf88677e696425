package io.parley.local.database;

import java.sql.Connection;
import java.sql.SQLException;

/** The roles and databases of one server: each role owns one database and can connect to no other. */
record Tenants(Connection connection) {

    void provide(String name, String password) throws SQLException {
        if (!exists("SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute("CREATE ROLE \"" + name + "\" LOGIN");
        }
        execute("ALTER ROLE \"" + name + "\" PASSWORD '" + password.replace("'", "''") + "'");
        if (!exists("SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            execute("CREATE DATABASE \"" + name + "\" OWNER \"" + name + "\"");
        }
        for (String database : new String[] {name, "postgres", "template1"}) {
            execute("REVOKE ALL ON DATABASE \"" + database + "\" FROM PUBLIC");
        }
    }

    private boolean exists(String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
