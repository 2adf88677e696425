package io.parley.notification.smtp;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is in a mail, every relay can carry it, and every mail program reads it as it was written. */
class MailContentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hello",
                "a = b, and a trailing blank \nand a tab\t\n\n.\n.. dots\nFrom here",
                "Grüße aus München, fünf Gläser für 5 €",
                "שלום לך, זה הקישור https://example.org/j/abc",
                "--=_id\n--=_id--",
                "😀 and \u0000 and \u007f",
                "no line break at the end ",
                "=3D=20"
            })
    void whatIsWrittenIsRead(String text) throws Exception {
        isReadAsWritten(text);
    }

    @Test
    void linesOfAnyLengthAndLettersAreRead() throws Exception {
        var random = new Random(5);
        for (var length = 0; length < 300; length++) {
            var letters = IntStream.generate(() -> "ab .=\n\té€א😀".codePointAt(random.nextInt(11)))
                    .limit(length)
                    .filter(letter -> !Character.isSurrogate((char) letter) || letter > 0xFFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
            isReadAsWritten(letters.toString());
            isReadAsWritten("x".repeat(length) + "é");
        }
    }

    private static void isReadAsWritten(String text) throws Exception {
        var content = MailContent.of(Map.of("Subject", "s"), "id", text, "<p>" + text);

        var raw = new String(content, StandardCharsets.ISO_8859_1);
        assertThat(raw).isEqualTo(new String(content, StandardCharsets.US_ASCII));
        assertThat(raw.split("\r\n")).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(76)
                .doesNotContain("\n", "\r")
                .doesNotStartWith("."));
        var mail = (MimeMultipart) new MimeMessage(null, new ByteArrayInputStream(content)).getContent();
        assertThat(mail.getCount()).isEqualTo(2);
        assertThat(lines(mail.getBodyPart(0).getContent())).isEqualTo(text);
        assertThat(lines(mail.getBodyPart(1).getContent())).isEqualTo("<p>" + text);
    }

    private static String lines(Object content) {
        return content.toString().replace("\r\n", "\n");
    }
}
