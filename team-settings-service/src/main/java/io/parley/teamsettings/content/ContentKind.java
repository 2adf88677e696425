package io.parley.teamsettings.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file is, judged by its first bytes and never by its name or by what the sender says. */
public final class ContentKind {

    public static final String PDF = "application/pdf";
    public static final String PNG = "image/png";
    public static final String JPEG = "image/jpeg";
    public static final String TEXT = "text/plain;charset=utf-8";

    private ContentKind() {}

    /** Empty for everything that may not be taken in. */
    public static Optional<String> of(byte[] start) {
        if (startsWith(start, 0x25, 0x50, 0x44, 0x46, 0x2d)) {
            return Optional.of(PDF);
        }
        if (startsWith(start, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) {
            return Optional.of(PNG);
        }
        if (startsWith(start, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        }
        return isText(start) ? Optional.of(TEXT) : Optional.empty();
    }

    /** Text is UTF-8 without control characters, and no page that a browser would run. */
    private static boolean isText(byte[] start) {
        var text = utf8(start);
        return text != null
                && !text.isBlank()
                && text.chars()
                        .noneMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == 0x7f)
                && !text.stripLeading().startsWith("<");
    }

    private static String utf8(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        // The last character may be cut off by where the start ends.
        for (int cut = 0; cut < Math.min(4, bytes.length); cut++) {
            try {
                return decoder.decode(ByteBuffer.wrap(bytes, 0, bytes.length - cut))
                        .toString();
            } catch (CharacterCodingException e) {
                decoder.reset();
            }
        }
        return null;
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
