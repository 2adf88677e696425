package io.parley.local.catcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.parley.local.files.OwnerOnly;
import io.parley.local.web.Json;

/** What was caught, newest first: a line per message in a file, written before the sender hears that it was taken. */
final class Messages {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
    private static final int KEPT = 10_000;

    private final Deque<Message> newestFirst = new ArrayDeque<>();
    private final Path file;

    Messages(Path file) {
        this.file = file;
        try {
            OwnerOnly.directory(file.getParent());
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(this::load);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void add(Message message) {
        byte[] line = Json.bytes(message);
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            // The line's own end comes first: what a kill tore before it spoils no neighbour.
            out.write(("\n" + new String(line, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        remember(message);
    }

    synchronized List<Message> all() {
        return List.copyOf(newestFirst);
    }

    List<Message> to(String recipient) {
        return all().stream().filter(message -> message.isTo(recipient)).toList();
    }

    Optional<Message> get(String id) {
        return all().stream().filter(message -> message.id().equals(id)).findFirst();
    }

    synchronized void clear() {
        newestFirst.clear();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(String line) {
        if (line.isBlank()) {
            return;
        }
        try {
            remember(Json.read(line.getBytes(StandardCharsets.UTF_8), Message.class));
        } catch (IOException torn) {
            LOG.warn("a line of {} is unreadable and left out", file.getFileName());
        }
    }

    private void remember(Message message) {
        newestFirst.addFirst(message);
        if (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
    }
}
