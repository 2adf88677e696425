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

    /** Starts the server; the first time it is set up, with the superuser's password. */
    public static Database start(DatabasePlace place, int port, String password, Map<String, String> settings) {
        try {
            Files.createDirectories(place.log().getParent());
            Path passwordFile = OwnerOnly.write(place.data().resolveSibling("postgres-password"), password + "\n");
            try {
                return new Database(builder(place, port, password, settings)
                        .setLocaleConfig("pwfile", passwordFile.toString())
                        .start());
            } finally {
                Files.deleteIfExists(passwordFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start, see " + place.log(), e);
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

    /** Makes a role with a database of its own that no other role can enter; one that is there keeps its data. */
    public void provide(String name, String password) {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            new Tenants(connection).provide(name, password);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " could not be made", e);
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
