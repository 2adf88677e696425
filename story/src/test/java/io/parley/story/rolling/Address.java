package io.parley.story.rolling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one address of a service's replicas, as a Service of Kubernetes is: each new connection is led to one of those that
 * are in, and stays there. A refused one is tried once more, elsewhere.
 */
final class Address implements AutoCloseable {

    private final ServerSocket socket;
    private final CopyOnWriteArrayList<Integer> in = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Address() {
        try {
            socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Cluster.THREADS.execute(this::accept);
    }

    String http() {
        return "http://localhost:" + socket.getLocalPort();
    }

    void takeIn(int port) {
        in.addIfAbsent(port);
    }

    void takeOut(int port) {
        in.remove((Integer) port);
    }

    /** How many connections a replica refused while it was in. */
    int refused() {
        return refused.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Cluster.THREADS.execute(() -> lead(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void lead(Socket client) {
        try {
            var server = connect();
            Cluster.THREADS.execute(() -> pass(server, client));
            pass(client, server);
        } catch (IOException nobodyThere) {
            close(client);
        }
    }

    private Socket connect() throws IOException {
        try {
            return connect(next());
        } catch (ConnectException refusal) {
            refused.incrementAndGet();
            return connect(next());
        }
    }

    private int next() throws IOException {
        var ports = List.copyOf(in);
        if (ports.isEmpty()) {
            throw new IOException("no replica is in");
        }
        return ports.get(Math.floorMod(turn.incrementAndGet(), ports.size()));
    }

    private static Socket connect(int port) throws IOException {
        var server = new Socket();
        server.setTcpNoDelay(true);
        server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
        return server;
    }

    /** All that comes from one side, and its end. */
    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException broken) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Which is what was wanted.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
