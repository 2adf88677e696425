package io.parley.notification.gateway.smpp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A text as SMPP carries it.
 *
 * @param dataCoding 0 for the GSM alphabet, one byte a character; 8 for UCS-2
 */
record SmppText(byte dataCoding, byte[] bytes) {

    private static final byte GSM = 0;
    private static final byte UCS_2 = 8;
    private static final int ESCAPE = 0x1B;
    /** In the order of their codes; the escape's own place is held by a character that no text has. */
    private static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u0000ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    static SmppText of(String text) {
        var gsm = new ByteArrayOutputStream();
        for (var letter : text.toCharArray()) {
            var code = ALPHABET.indexOf(letter);
            var extended = extended(letter);
            if (letter != 0 && code >= 0) {
                gsm.write(code);
            } else if (extended >= 0) {
                gsm.write(ESCAPE);
                gsm.write(extended);
            } else {
                return new SmppText(UCS_2, text.getBytes(StandardCharsets.UTF_16BE));
            }
        }
        return new SmppText(GSM, gsm.toByteArray());
    }

    private static int extended(char letter) {
        return switch (letter) {
            case '\f' -> 0x0A;
            case '^' -> 0x14;
            case '{' -> 0x28;
            case '}' -> 0x29;
            case '\\' -> 0x2F;
            case '[' -> 0x3C;
            case '~' -> 0x3D;
            case ']' -> 0x3E;
            case '|' -> 0x40;
            case '€' -> 0x65;
            default -> -1;
        };
    }

    @Override
    public String toString() {
        return "SmppText";
    }
}
