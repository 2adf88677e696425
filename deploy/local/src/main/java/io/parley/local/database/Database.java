package io.parley.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import io.parley.local.files.OwnerOnly;

/** A real PostgreSQL server of our own, with passwords asked for, whose data outlives it. */
public final class Database implements AutoCloseable {

    private static final Duration SLOW_MACHINE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server; the first time it is set up, with the superuser's password.
     *
     * @param owners the roles, each with its password, that own a database of the same name and can enter no other
     */
    public static Database start(
            DatabasePlace place, int port, String password, Map<String, String> settings, Map<String, String> owners) {
        try {
            Files.createDirectories(place.log().getParent());
            // The library never lets go of it when a start fails; who may start is settled before.
            Files.deleteIfExists(place.data().resolve("epg-lock"));
            Path passwordFile = OwnerOnly.write(place.data().resolveSibling("postgres-password"), password + "\n");
            try {
                var database = new Database(builder(place, port, password, settings)
                        .setLocaleConfig("pwfile", passwordFile.toString())
                        .start());
                database.provide(owners);
                return database;
            } finally {
                Files.deleteIfExists(passwordFile);
            }
        } catch (IOException | RuntimeException e) {
            stopWhatRuns(place);
            throw new IllegalStateException(e.getMessage() + ", see " + place.log(), e);
        }
    }

    /** A server that did not start for us may run all the same, too slow or half set up. */
    private static void stopWhatRuns(DatabasePlace place) {
        boolean hurried = Thread.interrupted();
        new StalePostmaster(place.data()).stop();
        if (hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static EmbeddedPostgres.Builder builder(
            DatabasePlace place, int port, String password, Map<String, String> settings) {
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(place.binaries().toFile())
                .setDataDirectory(place.data())
                .setCleanDataDirectory(false)
                // Its hook would stop the database at the first signal, before the services that use it.
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(SLOW_MACHINE)
                .setConnectConfig("password", password)
                // Given after "-A trust" of the library, this wins.
                .setLocaleConfig("auth", "scram-sha-256")
                // The same order of names on every operating system.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // A socket in /tmp would stay behind after a kill.
                .setServerConfig("unix_socket_directories", "''")
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(place.log().toFile()))
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(place.log().toFile()));
        settings.forEach(builder::setServerConfig);
        return builder;
    }

    private void provide(Map<String, String> owners) {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            for (Map.Entry<String, String> owner : owners.entrySet()) {
                new Tenants(connection).provide(owner.getKey(), owner.getValue());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the databases could not be made: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
