package io.parley.teamsettings.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.problem.ProblemType;

/** A file that was sent and lies on the disk until the request ends; read in pieces, never whole. */
record UploadedFile(Path path, StoredContent content) {

    static final int PIECE = 256 * 1024;

    /** Blocks while it reads. */
    static UploadedFile inspect(Path path, long limit) {
        try (var in = Files.newInputStream(path)) {
            var digest = MessageDigest.getInstance("SHA-256");
            String kind = null;
            long size = 0;
            for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                kind = kind == null ? kind(piece) : kind;
                size += piece.length;
                requireFits(size, limit);
                digest.update(piece);
            }
            kind = kind == null ? kind(new byte[0]) : kind;
            return new UploadedFile(path, new StoredContent(HexFormat.of().formatHex(digest.digest()), kind, size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    int pieces() {
        return (int) ((content.size() + PIECE - 1) / PIECE);
    }

    /** Blocks while it reads. */
    byte[] piece(int place) {
        try (InputStream in = Files.newInputStream(path)) {
            in.skipNBytes((long) place * PIECE);
            return in.readNBytes(PIECE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kind(byte[] start) {
        return ContentKind.of(start)
                .orElseThrow(() -> new Problem(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE, "The file is none of PDF, PNG, JPEG and UTF-8 text"));
    }

    private static void requireFits(long size, long limit) {
        if (size > limit) {
            throw new Problem(ProblemType.REQUEST_TOO_LARGE, "The file is larger than " + limit + " bytes");
        }
    }
}
