package io.parley.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.parley.local.database.DatabasePlace;
import io.parley.local.files.OwnerOnly;

/** Where one installation keeps everything that outlives it; only one launcher at a time may use it. */
final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Opens the folder, made when it is missing; refuses when another launcher has it. */
    static DataFolder open(Path root) {
        if (root.toString().contains(",")) {
            throw new CannotStart("the data folder must not have a comma in its path, Kafka would split it: " + root);
        }
        try {
            OwnerOnly.directory(root);
            FileChannel file =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = file.tryLock();
            if (lock == null) {
                file.close();
                throw new CannotStart("Parley is already running on " + root
                        + "\nStop it with Ctrl-C, or start a second one: --data DIR --port-offset 100");
            }
            Files.createDirectories(root.resolve("logs"));
            return new DataFolder(root, file);
        } catch (IOException e) {
            throw new CannotStart("the data folder cannot be used: " + e, e);
        }
    }

    Path root() {
        return root;
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path processes() {
        return root.resolve("processes");
    }

    Path secrets() {
        return root.resolve(LocalSecrets.FILE);
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path oidc() {
        return root.resolve("oidc");
    }

    Path catcher() {
        return root.resolve("catcher");
    }

    /** There once the demo data is complete. */
    Path demoMark() {
        return root.resolve("demo-data-is-there");
    }

    DatabasePlace postgres() {
        return new DatabasePlace(
                root.resolve("postgres-binaries"), root.resolve("postgres"), logs().resolve("postgres.log"));
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
