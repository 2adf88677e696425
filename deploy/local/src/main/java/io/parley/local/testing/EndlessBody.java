package io.parley.local.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A body that does not say how long it is, goes on for longer than is taken, and does not end. */
public final class EndlessBody {

    private static final String SPACES = " ".repeat(1 << 16);
    private static final String FILE =
            "--parts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                    + "Content-Type: application/pdf\r\n\r\n%PDF-1.7";

    private static final int PATIENCE = 60_000;

    private EndlessBody() {}

    /**
     * What is answered to one of JSON, as it comes over the wire.
     *
     * @param service its address, without a slash at the end
     * @param token of the caller
     * @param most bytes that the endpoint takes
     */
    public static String post(String service, String path, String token, int most) {
        return post(service, path, token, most, "application/json", SPACES);
    }

    /** What is answered to one of multipart, with a file in it that does not end. */
    public static String postFile(String service, String path, String token, int most) {
        return post(service, path, token, most, "multipart/form-data; boundary=parts", FILE);
    }

    private static String post(String service, String path, String token, int most, String type, String begin) {
        var at = URI.create(service);
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            socket.setSoTimeout(PATIENCE);
            var out = socket.getOutputStream();
            out.write(ascii("POST " + path + " HTTP/1.1\r\nHost: " + at.getAuthority() + "\r\nAuthorization: Bearer "
                    + token + "\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n"));
            chunk(out, begin);
            for (int sent = begin.length(); sent <= most; sent += SPACES.length()) {
                chunk(out, SPACES);
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        out.write(ascii(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
