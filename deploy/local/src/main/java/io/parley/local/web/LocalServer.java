package io.parley.local.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP server for this machine alone: it listens on the loopback address and answers the routes that it was given. */
public final class LocalServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);
    private static final int THREADS = 8;

    static {
        // Without it each answer on a kept-alive connection waits 40 ms for the peer's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final List<Route> routes = new ArrayList<>();
    private final ExecutorService threads;
    private final HttpServer server;

    /** Binds the port at once, 0 for any free one. */
    public LocalServer(String name, int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot listen on port " + port, e);
        }
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /** Adds a route; a segment such as {@code {id}} of the pattern is a parameter. */
    public LocalServer on(String method, String pattern, Handler handler) {
        routes.add(new Route(method, pattern, handler));
        return this;
    }

    public LocalServer start() {
        server.start();
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            var exchange = new Exchange(http);
            try {
                answer(exchange);
            } catch (Refusal refusal) {
                exchange.text(refusal.status(), refusal.getMessage());
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "{} {} failed",
                    http.getRequestMethod(),
                    http.getRequestURI().getPath(),
                    e);
        }
    }

    private void answer(Exchange exchange) throws IOException {
        var sameMethod = routes.stream().filter(route -> route.takes(exchange.method()));
        for (Route route : sameMethod.toList()) {
            var parameters = route.match(exchange.path());
            if (parameters.isPresent()) {
                route.handler().handle(exchange.with(parameters.get()));
                return;
            }
        }
        boolean known =
                routes.stream().anyMatch(route -> route.match(exchange.path()).isPresent());
        throw known ? new Refusal(405, "method not allowed") : new Refusal(404, "not found");
    }

    /** Answers one request. */
    @FunctionalInterface
    public interface Handler {
        void handle(Exchange exchange) throws IOException;
    }
}
