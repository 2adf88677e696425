package io.parley.notification.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Makes lines of at most 76 ASCII characters of any text: such as stay readable, or the shorter ones. */
enum TransferEncoding {
    QUOTED_PRINTABLE {
        @Override
        byte[] encode(String text) {
            var bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            var encoded = new ByteArrayOutputStream(bytes.length + bytes.length / 8);
            var column = 0;
            for (var at = 0; at < bytes.length; at++) {
                var letter = bytes[at];
                if (letter == '\n') {
                    encoded.writeBytes(LINE_BREAK);
                    column = 0;
                    continue;
                }
                var lineEnds = at + 1 == bytes.length || bytes[at + 1] == '\n';
                var plain = isPlain(letter) && !(isBlank(letter) && lineEnds) && !(letter == '.' && column == 0);
                var width = plain ? 1 : 3;
                if (column + width > (lineEnds ? LONGEST : LONGEST - 1)) {
                    encoded.writeBytes(SOFT_BREAK);
                    column = 0;
                }
                if (plain) {
                    encoded.write(letter);
                } else {
                    encoded.write('=');
                    encoded.write(HEX[letter >> 4 & 0xF]);
                    encoded.write(HEX[letter & 0xF]);
                }
                column += width;
            }
            return encoded.toByteArray();
        }
    },
    BASE64 {
        @Override
        byte[] encode(String text) {
            return Base64.getMimeEncoder()
                    .encode(text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    };

    private static final int LONGEST = 76;
    private static final byte[] LINE_BREAK = {'\r', '\n'};
    private static final byte[] SOFT_BREAK = {'=', '\r', '\n'};
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** Where more than one character in so many is not of ASCII, nobody could read it quoted. */
    private static final int READABLE = 6;

    abstract byte[] encode(String text);

    static TransferEncoding of(String text) {
        var foreign = text.chars().filter(letter -> letter > 127).count();
        return foreign * READABLE > text.length() ? BASE64 : QUOTED_PRINTABLE;
    }

    String header() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isPlain(byte letter) {
        return letter > ' ' && letter < 127 && letter != '=' || isBlank(letter);
    }

    private static boolean isBlank(byte letter) {
        return letter == ' ' || letter == '\t';
    }
}
