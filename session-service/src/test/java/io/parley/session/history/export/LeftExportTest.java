package io.parley.session.history.export;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.local.testing.Tokens;
import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An export is as far ahead of its reader as the line holds, whatever its size, and leaves nothing when that one goes. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class LeftExportTest {

    private static final int SESSIONS = 40_000;
    private static final Pattern BROKEN_OFF = Pattern.compile("sessions=(\\d+) outcome=broken off");
    private static final String COPIES = "insert into session select (jsonb_populate_record(one, jsonb_build_object("
            + "'id', copy, 'document', replace(document, id::text, copy::text)))).*"
            + " from session one, lateral (select uuidv7() as copy from generate_series(2, " + SESSIONS + ")"
            + " where one.id is not null) as each where id = '%s'";
    private static final int LITTLE = 4_096;

    @TestHTTPResource
    String service;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Test
    void theReaderSetsThePaceAndTakesEverythingAlongWhenLeaving() throws Exception {
        var owner = Given.anOwner();
        var first = Given.aSessionOf(owner, Map.of("plan", true));
        try (var connection = DriverManager.getConnection(database, "session", "session");
                var log = new Exports()) {
            run(connection, COPIES.formatted(first.id()));

            for (var form : List.of("application/x-ndjson", "text/csv")) {
                var slow = aReaderOf(owner, form);
                // Were the slow one's export not held back, it would be done when a fast one's is.
                assertThat(export(owner, form).lines().count()).isGreaterThanOrEqualTo(SESSIONS);
                slow.close();

                await().untilAsserted(() -> assertThat(log.brokenOff()).hasSize(1));
                assertThat(log.brokenOff().get(0)).isLessThan(SESSIONS);
                log.lines.clear();
            }

            await().untilAsserted(() -> assertThat(transactions(connection)).isZero());
            assertThat(log.errors).as("who leaves is no error").isEmpty();
            run(connection, "delete from session where owner = '" + owner + "' and id <> '" + first.id() + "'");
        }
    }

    private static String export(String owner, String form) {
        return Given.asMachine()
                .accept(form)
                .get("/api/sessions/export?owner=" + owner)
                .asString();
    }

    /** Who has begun to read, and reads no further. */
    private Socket aReaderOf(String owner, String form) throws IOException {
        var at = URI.create(service);
        var socket = new Socket();
        socket.setReceiveBufferSize(LITTLE);
        socket.connect(new InetSocketAddress(at.getHost(), at.getPort()));
        socket.getOutputStream()
                .write(("GET /api/sessions/export?owner=" + owner + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + form
                                + "\r\nAuthorization: Bearer " + Tokens.system() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(LITTLE), StandardCharsets.US_ASCII))
                .startsWith("HTTP/1.1 200 ");
        return socket;
    }

    /** Of the service's connections, how many are in a transaction and do nothing. */
    private static int transactions(Connection connection) throws SQLException {
        try (var rows = connection
                .createStatement()
                .executeQuery("select count(*) from pg_stat_activity where application_name = 'session-service'"
                        + " and state like 'idle in transaction%'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What the service says of exports, and its errors, while it is open. */
    private static final class Exports extends Handler implements AutoCloseable {

        private static final Logger ALL = Logger.getLogger("");

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final List<String> errors = new CopyOnWriteArrayList<>();

        Exports() {
            ALL.addHandler(this);
        }

        List<Integer> brokenOff() {
            return lines.stream()
                    .flatMap(line -> BROKEN_OFF.matcher(line).results())
                    .map(match -> Integer.valueOf(match.group(1)))
                    .toList();
        }

        @Override
        public void publish(LogRecord record) {
            var line = ((ExtLogRecord) record).getFormattedMessage();
            if (ExportSessions.class.getName().equals(record.getLoggerName())) {
                lines.add(line);
            } else if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
                errors.add(line + " " + record.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            ALL.removeHandler(this);
        }
    }
}
