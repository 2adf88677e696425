package io.parley.session.room.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

/** The page's scripts and its style. Their version is the hash of all, so that a page never gets those of another. */
@ApplicationScoped
class PageFiles {

    private static final Set<String> NAMES = Set.of(
            "page.css",
            "room.css",
            "page.js",
            "dom.js",
            "api.js",
            "texts.js",
            "entrance.js",
            "refusal.js",
            "room.js",
            "workflow.js",
            "step.js",
            "form.js",
            "documents.js",
            "chat.js",
            "stream.js");

    private final Map<String, byte[]> files = new TreeMap<>();
    private final String version;

    PageFiles() {
        NAMES.forEach(name -> files.put(name, read(name)));
        this.version = hash();
    }

    String version() {
        return version;
    }

    Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream("/room/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
