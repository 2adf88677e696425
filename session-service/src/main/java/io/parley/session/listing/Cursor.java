package io.parley.session.listing;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

import io.parley.rest.problem.Problem;

/** Where the next part of a list begins; opaque to callers, who hand it back as they got it. */
public final class Cursor {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int ID_BYTES = 16;

    private Cursor() {}

    public static String after(UUID id) {
        return ENCODER.encodeToString(ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    public static String after(long number) {
        return ENCODER.encodeToString(
                ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /** @param cursor null for the begin of the list, as is the answer */
    public static UUID id(String cursor) {
        if (cursor == null) {
            return null;
        }
        var bytes = read(cursor, ID_BYTES);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** @param cursor null for the begin of the list, for which the answer is 0 */
    public static long number(String cursor) {
        return cursor == null ? 0 : read(cursor, Long.BYTES).getLong();
    }

    private static ByteBuffer read(String cursor, int length) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == length) {
                return ByteBuffer.wrap(bytes);
            }
        } catch (IllegalArgumentException e) {
            // What is no base64 is refused like what is no cursor of this list.
        }
        throw Problem.invalid("/cursor", "is not one that this list has given");
    }
}
