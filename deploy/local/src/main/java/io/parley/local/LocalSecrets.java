package io.parley.local;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Supplier;

import io.parley.local.files.OwnerOnly;
import io.parley.local.web.BasicCredentials;

/** Passwords and keys of this installation alone: made at its first start, kept in a file that only its owner reads. */
public final class LocalSecrets {

    /** Where they lie in the folder of an installation. */
    public static final String FILE = "secrets.properties";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties known = new Properties();

    public LocalSecrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                known.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The password of a database role. */
    public String database(String role) {
        return get("database." + role, LocalSecrets::word);
    }

    /** With which session-service keys its hashes of PINs and codes. */
    public String pepper() {
        return get("session.secret", LocalSecrets::word);
    }

    /** The account of the SMS gateway. */
    public BasicCredentials texts() {
        return new BasicCredentials(
                get("sms.account", () -> "AC" + HexFormat.of().formatHex(bits(16))),
                get("sms.token", () -> HexFormat.of().formatHex(bits(16))));
    }

    private synchronized String get(String name, Supplier<String> fresh) {
        return (String) known.computeIfAbsent(name, key -> keep(name, fresh.get()));
    }

    private String keep(String name, String value) {
        var all = new Properties();
        all.putAll(known);
        all.setProperty(name, value);
        try {
            var text = new StringWriter();
            all.store(text, "Made by deploy/local/up for this installation alone.");
            OwnerOnly.write(file, text.toString());
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String word() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits(32));
    }

    private static byte[] bits(int bytes) {
        byte[] bits = new byte[bytes];
        RANDOM.nextBytes(bits);
        return bits;
    }
}
