package io.parley.notification.smtp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a mail says, as text and as HTML, in lines that every relay carries unchanged. */
public final class MailContent {

    private MailContent() {}

    /**
     * @param headers ready to be written: in ASCII, folded where they are long
     * @param id of the mail, in characters that a boundary may have
     */
    public static byte[] of(Map<String, String> headers, String id, String text, String html) {
        // Neither encoding has an equals sign before an underscore
        var boundary = "=_" + id;
        var content = new ByteArrayOutputStream(1024 + 2 * (text.length() + html.length()));
        headers.forEach((name, value) -> write(content, name + ": " + value + "\r\n"));
        write(
                content,
                "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n");
        part(content, boundary, "text/plain", text);
        part(content, boundary, "text/html", html);
        write(content, "--" + boundary + "--\r\n");
        return content.toByteArray();
    }

    private static void part(ByteArrayOutputStream content, String boundary, String type, String text) {
        var encoding = TransferEncoding.of(text);
        write(
                content,
                "--" + boundary + "\r\nContent-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: "
                        + encoding.header() + "\r\n\r\n");
        content.writeBytes(encoding.encode(text));
        write(content, "\r\n");
    }

    private static void write(ByteArrayOutputStream content, String ascii) {
        content.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
