package io.parley.session.room.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file is, judged by its first bytes and never by its name or by what the sender says. */
enum ContentKind {
    PDF("application/pdf", "pdf", 0x25, 0x50, 0x44, 0x46, 0x2d),
    PNG("image/png", "png", 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    JPEG("image/jpeg", "jpg", 0xff, 0xd8, 0xff),
    TEXT("text/plain;charset=utf-8", "txt");

    private final String mediaType;
    private final String extension;
    private final int[] magic;

    ContentKind(String mediaType, String extension, int... magic) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.magic = magic;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    /** Empty for everything that is not taken in. */
    static Optional<ContentKind> of(byte[] start) {
        for (var kind : values()) {
            if (kind == TEXT ? isText(start) : kind.begins(start)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private boolean begins(byte[] start) {
        if (start.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((start[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-8 without control characters, and no page that a browser would run. */
    private static boolean isText(byte[] start) {
        var text = utf8(start);
        return text != null
                && !text.isBlank()
                && text.chars().noneMatch(ContentKind::isControl)
                && !text.stripLeading().startsWith("<");
    }

    private static boolean isControl(int c) {
        return c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == 0x7f;
    }

    private static String utf8(byte[] bytes) {
        // The last character may be cut off by where the start ends.
        for (int cut = 0; cut < Math.min(4, bytes.length); cut++) {
            try {
                var decoder = StandardCharsets.UTF_8.newDecoder();
                return decoder.decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut))
                        .toString();
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return null;
    }
}
