package io.parley.notification.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports, below those that outgoing connections take for themselves. */
public final class Ports {

    private static final int FIRST = 20_000;
    private static final int LAST = 30_000;

    private Ports() {}

    public static String free() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            try (var socket = new ServerSocket(port, 1, InetAddress.getByName("localhost"))) {
                return Integer.toString(socket.getLocalPort());
            } catch (IOException taken) {
                // Then another one.
            }
        }
    }

    /** A port that the gateways' receipts can be told before the service has one. */
    static Map<String, String> ofTheService() {
        var port = free();
        return Map.of(
                "quarkus.http.test-port",
                port,
                // All fixed or none, in all tests: the servers' metrics must have the same labels
                "quarkus.management.test-port",
                free(),
                "parley.callback-url",
                "http://localhost:" + port);
    }
}
