package io.parley.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A JSON body that does not say how long it is, goes on for longer than is taken, and does not end. */
public final class EndlessBody {

    private static final int CHUNK = 0x1000;
    private static final String SPACES = Integer.toHexString(CHUNK) + "\r\n" + " ".repeat(CHUNK) + "\r\n";

    private EndlessBody() {}

    /**
     * What is answered to it, as it comes over the wire.
     *
     * @param service its address, without a slash at the end
     * @param token of the caller
     * @param most bytes that the endpoint takes
     */
    public static String post(String service, String path, String token, int most) {
        var at = URI.create(service);
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            var out = socket.getOutputStream();
            out.write(ascii("POST " + path + " HTTP/1.1\r\nHost: " + at.getAuthority() + "\r\nAuthorization: Bearer "
                    + token + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"));
            for (int sent = 0; sent <= most; sent += CHUNK) {
                out.write(ascii(SPACES));
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
