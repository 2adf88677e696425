package io.parley.story.restore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import static org.awaitility.Awaitility.await;

/**
 * A whole copy of a server's data, taken while it works, and the log that it archives from then on: what PostgreSQL calls
 * a base backup by its low-level API, and what any tool for backups makes.
 */
final class Backup {

    /** Whose content a restored server makes anew. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> OF_THE_PROCESS = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final Path base;
    private final Path archive;

    Backup(Path folder) {
        this.base = folder.resolve("base");
        this.archive = folder.resolve("archive");
    }

    /** With which the server to be saved must be started. */
    Map<String, String> archiving() throws IOException {
        Files.createDirectories(archive);
        return Map.of(
                "wal_level", "replica",
                "archive_mode", "on",
                "archive_command", "'test ! -f " + archive + "/%f && cp %p " + archive + "/%f'");
    }

    void take(Connection server, Path data) throws IOException, SQLException {
        try (var statement = server.createStatement()) {
            statement.execute("select pg_backup_start('rehearsal', true)");
            copy(data, base);
            try (var stopped = statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
                stopped.next();
                Files.writeString(base.resolve("backup_label"), stopped.getString(1));
            }
        }
    }

    /** Until all that was committed by now is in the archive. */
    void archiveUpToNow(Connection server) throws SQLException {
        try (var statement = server.createStatement();
                var last = statement.executeQuery("select pg_walfile_name(pg_switch_wal())")) {
            last.next();
            var file = archive.resolve(last.getString(1));
            await().until(() -> Files.exists(file));
        }
    }

    /**
     * Puts the copy where a server can start on it.
     *
     * @param moment up to which it recovers, as PostgreSQL reads it; null for all that is archived
     * @return with which that server must be started
     */
    Map<String, String> restore(Path data, String moment) throws IOException {
        copy(base, data);
        Files.createFile(data.resolve("recovery.signal"));
        var fetch = Map.of("restore_command", "'cp " + archive + "/%f %p'", "hot_standby", "on");
        if (moment == null) {
            return fetch;
        }
        var settings = new HashMap<>(fetch);
        settings.put("recovery_target_time", "'" + moment + "'");
        settings.put("recovery_target_action", "promote");
        return settings;
    }

    private static void copy(Path from, Path to) throws IOException {
        var owners = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(to.getParent());
        Files.createDirectory(to, owners);
        try (var files = Files.walk(from)) {
            files.filter(file -> !file.equals(from)).forEach(file -> copyOne(from, file, to));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void copyOne(Path root, Path file, Path to) {
        var name = root.relativize(file);
        var left = OF_THE_PROCESS.contains(name.toString())
                || name.getNameCount() > 1
                        && EMPTY.contains(name.getName(0).toString())
                        && !name.toString().equals("pg_wal/archive_status");
        try {
            if (!left) {
                Files.copy(file, to.resolve(name));
            }
        } catch (NoSuchFileException gone) {
            // It was removed meanwhile; the log says so, too.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
