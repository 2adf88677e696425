package io.parley.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL that is there and says nothing, neither to those that it knows nor to others, until it is closed. */
public final class HungDatabase implements AutoCloseable {

    private static final String CLIENTS = "select pid, pg_backend_pid() as own from pg_stat_activity"
            + " where backend_type = 'client backend' and pid <> pg_backend_pid()";

    private final List<Long> processes;

    private HungDatabase(List<Long> processes) {
        this.processes = processes;
    }

    /** Puts the server of this database to sleep, with all that serve a client. */
    public static HungDatabase at(String jdbcUrl, String user) {
        var hung = new HungDatabase(processes(jdbcUrl, user));
        hung.signal("-STOP");
        return hung;
    }

    private static List<Long> processes(String jdbcUrl, String user) {
        try (var connection = DriverManager.getConnection(jdbcUrl, user, user);
                var statement = connection.createStatement();
                var clients = statement.executeQuery(CLIENTS)) {
            var processes = new ArrayList<Long>();
            while (clients.next()) {
                if (processes.isEmpty()) {
                    processes.add(parent(clients.getLong("own")));
                }
                processes.add(clients.getLong("pid"));
            }
            return processes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long parent(long process) {
        return ProcessHandle.of(process)
                .flatMap(ProcessHandle::parent)
                .orElseThrow()
                .pid();
    }

    @Override
    public void close() {
        signal("-CONT");
    }

    private void signal(String signal) {
        var command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(process -> command.add(process.toString()));
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
