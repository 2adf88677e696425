package io.parley.notification.kills;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Holds the service at a named step of its work, from outside: at a step of the database by a trigger that waits for a
 * lock, at a step of a server by that server. Nothing in the service knows of it.
 */
final class Holds implements AutoCloseable {

    private static final int SPACE = 20261122;

    /** Somebody is held in a server. */
    private record Held(Moment moment, CountDownLatch reached, CountDownLatch released) {}

    private final AtomicReference<Held> inServer = new AtomicReference<>();
    private final Connection connection;

    Holds(String url) throws SQLException {
        connection = DriverManager.getConnection(url, "notification", "notification");
        execute("""
                create or replace function hold() returns trigger language plpgsql as $$
                begin
                  perform pg_advisory_xact_lock_shared(%d, tg_argv[0]::int);
                  if tg_op = 'DELETE' then return old; end if;
                  return new;
                end $$""".formatted(SPACE));
        for (var moment : Moment.values()) {
            if (moment.trigger().isPresent()) {
                execute(moment.trigger().get());
            }
        }
    }

    void hold(Moment moment) throws SQLException {
        if (moment.isInAServer()) {
            inServer.set(new Held(moment, new CountDownLatch(1), new CountDownLatch(1)));
        } else if (moment.trigger().isPresent()) {
            execute("select pg_advisory_lock(" + SPACE + ", " + moment.ordinal() + ")");
        }
    }

    boolean isReached(Moment moment) throws SQLException {
        if (moment.isInAServer()) {
            return inServer.get().reached().getCount() == 0;
        }
        try (var statement = connection.createStatement();
                var waiting = statement.executeQuery("select count(*) from pg_locks where locktype = 'advisory'"
                        + " and classid = " + SPACE + " and objid = " + moment.ordinal() + " and not granted")) {
            waiting.next();
            return waiting.getInt(1) > 0;
        }
    }

    void release(Moment moment) throws SQLException {
        var held = inServer.getAndSet(null);
        if (held != null) {
            held.released().countDown();
        } else if (moment.trigger().isPresent()) {
            execute("select pg_advisory_unlock(" + SPACE + ", " + moment.ordinal() + ")");
        }
    }

    /** Called by a server at each step of each message. */
    void pass(Moment moment) {
        var held = inServer.get();
        if (held != null && held.moment() == moment) {
            held.reached().countDown();
            try {
                held.released().await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
