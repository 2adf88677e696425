package io.parley.teamsettings.resolution.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The immutable result of resolving settings: content in its canonical form, known by its hash. */
public record Snapshot(String hash, String team, long revision, String content) {

    public static Snapshot of(String team, long revision, Object content) {
        var canonical = CanonicalJson.of(content);
        return new Snapshot(sha256(canonical), team, revision, canonical);
    }

    /** The content as it is answered: with its hash and its revision. */
    public String json() {
        return "{\"hash\":\"" + hash + "\",\"revision\":" + revision + "," + content.substring(1);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
