package io.parley.notification.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

/** A text gateway of Twilio's form that misbehaves as it was told, in its answers and in its receipts. */
final class TextServer implements AutoCloseable {

    /** What happens to one text. */
    enum Step {
        ACCEPT(201),
        ACCEPT_AND_DELIVER(201, "sent", "delivered"),
        ACCEPT_AND_FAIL(201, "sent", "undelivered"),
        REPORT_TWICE(201, "delivered", "delivered"),
        REPORT_BACKWARDS(201, "delivered", "sent", "queued"),
        REPORT_BOTH(201, "undelivered", "delivered"),
        FORGE(201),
        THROTTLE(429),
        BROKEN(500),
        AWAY(503),
        WRONG_NUMBER(400),
        LOST_ANSWER(504, "delivered"),
        CUT(0),
        SILENT(0);

        private final int status;
        private final String[] receipts;

        Step(int status, String... receipts) {
            this.status = status;
            this.receipts = receipts;
        }

        /** Whether it may have the text, as far as anybody else can know. */
        private boolean takes() {
            return Stream.of(201, 504, 0).anyMatch(taken -> taken == status);
        }
    }

    /** Longer than the service waits. */
    private static final long SILENCE = 3_000;

    private final HttpServer server;
    private final Holds holds;
    private final Callbacks callbacks;
    private final Map<String, Queue<Step>> scripts = new ConcurrentHashMap<>();
    private final List<Handed> handed = new CopyOnWriteArrayList<>();

    TextServer(int port, Holds holds, Callbacks callbacks) {
        this.holds = holds;
        this.callbacks = callbacks;
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    /** After these steps every text is accepted. */
    void script(String number, Step... steps) {
        scripts.put(number, new ArrayDeque<>(List.of(steps)));
    }

    List<Handed> handedTo(String number) {
        return handed.stream().filter(text -> text.to().equals(number)).collect(toList());
    }

    int size() {
        return handed.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        holds.pass(Moment.OFFERED);
        var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var steps = scripts.get(form.get("To"));
        var scripted = steps == null ? null : steps.poll();
        var step = scripted == null ? Step.ACCEPT : scripted;
        if (step.takes()) {
            handed.add(new Handed(form.get("To"), exchange.getRequestHeaders().getFirst("I-Twilio-Idempotency-Token")));
            holds.pass(Moment.TAKEN);
        }
        answer(exchange, form.get("StatusCallback"), step);
    }

    private void answer(HttpExchange exchange, String callback, Step step) throws IOException {
        var sid = "SM" + UUID.randomUUID();
        if (step == Step.FORGE) {
            callbacks.forge(callback, sid, "delivered");
        }
        if (step.receipts.length > 0) {
            callbacks.report(callback, sid, step.receipts);
        }
        if (step == Step.SILENT) {
            pause();
        }
        if (step.status != 0) {
            var body = ("{\"sid\":\"" + sid + "\",\"code\":21211}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(step.status, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(SILENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> form(String body) {
        return List.of(body.split("&")).stream()
                .map(field -> field.split("=", 2))
                .collect(toMap(field -> decode(field[0]), field -> decode(field[1])));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
