package io.parley.benchmarks.clocks;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;

/** db-scheduler with tasks that do nothing, on the same PostgreSQL, as its manual says it is fastest. */
final class NoOpTasks implements AutoCloseable {

    private static final int THREADS = 16;
    private static final String TASK = "nothing";
    private static final String TABLE = """
            create table if not exists scheduled_tasks (
                task_name text not null, task_instance text not null, task_data bytea,
                execution_time timestamptz not null, picked boolean not null, picked_by text,
                last_success timestamptz, last_failure timestamptz, consecutive_failures int,
                last_heartbeat timestamptz, version bigint not null, priority smallint,
                primary key (task_name, task_instance));
            create index if not exists execution_time_idx on scheduled_tasks (execution_time);
            create index if not exists last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            truncate scheduled_tasks;
            """;
    private static final String DUE = "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
            + " version) select '" + TASK + "', gen_random_uuid()::text, ?, false, 1 from generate_series(1, ?)";
    private static final String LEFT = "select exists (select from scheduled_tasks)";

    private final HikariDataSource database;
    private final Scheduler scheduler;

    NoOpTasks(Installed installed) throws SQLException {
        database = installed.database(THREADS + 4);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        var nothing = Tasks.oneTime(TASK).execute((instance, context) -> {});
        scheduler = Scheduler.create(database, nothing)
                .threads(THREADS)
                .pollUsingLockAndFetch(0.5, 4.0)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        scheduler.start();
    }

    /** Seconds from this instant, at which so many are due, until all are executed and gone. */
    double seconds(int tasks, Instant due) throws Exception {
        try (var connection = database.getConnection();
                var vacuum = connection.createStatement();
                var insert = connection.prepareStatement(DUE);
                var left = connection.prepareStatement(LEFT)) {
            // What the round before has left behind is what makes the next one slow
            vacuum.execute("vacuum analyze scheduled_tasks");
            insert.setTimestamp(1, Timestamp.from(due));
            insert.setInt(2, tasks);
            insert.executeUpdate();
            for (boolean some = true; some; ) {
                Thread.sleep(50);
                var row = left.executeQuery();
                row.next();
                some = row.getBoolean(1);
            }
        }
        return Duration.between(due, Instant.now()).toMillis() / 1000.0;
    }

    @Override
    public void close() {
        scheduler.stop();
        database.close();
    }
}
