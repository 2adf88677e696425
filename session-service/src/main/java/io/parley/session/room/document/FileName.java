package io.parley.session.room.document;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** A file's name as somebody sent it, made harmless for disks, headers and eyes. */
public final class FileName {

    private static final int LONGEST = 120;

    private FileName() {}

    /** Without folders, control and invisible characters, and the marks that turn the direction of text around. */
    static String clean(String sent, ContentKind kind) {
        var name = Normalizer.normalize(sent == null ? "" : sent, Normalizer.Form.NFC)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "")
                .replaceAll("[\"*:<>?|%;]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        return withExtension(name.isEmpty() ? "document" : name, kind);
    }

    /** The name must not say that it is something else than it was found to be. */
    private static String withExtension(String name, ContentKind kind) {
        int dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean right = ending.equals(kind.extension())
                || kind == ContentKind.JPEG && ending.equals("jpeg")
                || kind == ContentKind.TEXT && (ending.equals("csv") || ending.equals("md"));
        var stem = right ? name.substring(0, dot) : name;
        return cut(stem) + "." + (right ? ending : kind.extension());
    }

    private static String cut(String stem) {
        return stem.codePointCount(0, stem.length()) <= LONGEST
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, LONGEST));
    }

    /** The header for something of which the name says nothing about what it is. */
    public static String attachmentOf(String name, String mediaType) {
        return attachment(Arrays.stream(ContentKind.values())
                .filter(kind -> kind.mediaType().equals(mediaType))
                .findFirst()
                .map(kind -> clean(name, kind))
                .orElse("document"));
    }

    /** To be saved, never shown by the browser in our own origin (RFC 6266, RFC 8187). */
    static String attachment(String name) {
        var plain = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\]", "_");
        var encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean stays = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            encoded.append(stays ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
