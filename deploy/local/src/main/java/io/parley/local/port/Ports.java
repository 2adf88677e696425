package io.parley.local.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.parley.local.CannotStart;

/** The port numbers of one installation: the usual ones, moved by its offset. */
public record Ports(int offset) {

    private static final int CONNECT_TIMEOUT_MILLIS = 500;

    public int of(Port port) {
        return port.usual() + offset;
    }

    public String http(Port port) {
        return "http://localhost:" + of(port);
    }

    /** Refuses to start while somebody else listens on one of the ports, and says on which. */
    public void checkFree(Set<Port> needed) {
        List<Port> taken = needed.stream().filter(port -> isTaken(of(port))).toList();
        if (!taken.isEmpty()) {
            throw new CannotStart(taken.stream()
                    .map(port ->
                            "port " + of(port) + " (" + port.purpose() + ") is taken: another program listens there")
                    .collect(Collectors.joining(
                            "\n", "", "\nStop that program, or start on other ports: --port-offset 100")));
        }
    }

    private static boolean isTaken(int port) {
        return answers(port) || !canListen(port);
    }

    /** Somebody who listens on another address of this machine than ours would answer in our place. */
    private static boolean answers(int port) {
        try {
            for (InetAddress address : InetAddress.getAllByName("localhost")) {
                if (connects(address, port)) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean connects(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_TIMEOUT_MILLIS);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private static boolean canListen(int port) {
        try (var socket = new ServerSocket()) {
            // Connections of an earlier run that are only waiting to be forgotten do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
