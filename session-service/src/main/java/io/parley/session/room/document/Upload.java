package io.parley.session.room.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

import io.parley.rest.problem.Problem;
import io.parley.session.problem.ProblemType;

/**
 * A file that was sent, looked through, and lies on the disk until the request ends; read in pieces, never whole.
 *
 * @param workflow of the step that it is for; null for none
 */
record Upload(Path path, String name, ContentKind kind, long size, String sha256, UUID workflow, String step) {

    static final int PIECE = 256 * 1024;

    /** Refuses what is too large, and what is none of the kinds that are taken in. Blocks while it reads. */
    static Upload inspect(DocumentForm form, long limit) {
        try (var in = Files.newInputStream(form.file.uploadedFile())) {
            var digest = MessageDigest.getInstance("SHA-256");
            ContentKind kind = null;
            long size = 0;
            for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                kind = kind == null ? kind(piece) : kind;
                size += piece.length;
                requireFits(size, limit);
                digest.update(piece);
            }
            kind = kind == null ? kind(new byte[0]) : kind;
            return new Upload(
                    form.file.uploadedFile(),
                    FileName.clean(form.file.fileName(), kind),
                    kind,
                    size,
                    HexFormat.of().formatHex(digest.digest()),
                    form.workflow,
                    form.step);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    int pieces() {
        return (int) ((size + PIECE - 1) / PIECE);
    }

    /** Blocks while it reads. */
    byte[] piece(int place) {
        try (var in = Files.newInputStream(path)) {
            in.skipNBytes((long) place * PIECE);
            return in.readNBytes(PIECE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContentKind kind(byte[] start) {
        return ContentKind.of(start).orElseThrow(() -> new Problem(ProblemType.DOCUMENT_KIND_REFUSED, null));
    }

    private static void requireFits(long size, long limit) {
        if (size > limit) {
            throw new Problem(ProblemType.REQUEST_TOO_LARGE, "A document may have at most " + limit + " bytes.");
        }
    }
}
