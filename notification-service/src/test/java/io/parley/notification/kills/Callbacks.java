package io.parley.notification.kills;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What providers report to the service; again and again while it is away, as providers do. */
final class Callbacks implements AutoCloseable {

    private static final String TOKEN = "the account's token";
    private static final int TRIES = 100;
    private static final long PAUSE = 300;
    private static final String REPORT = """
            Content-Type: multipart/report; report-type=delivery-status; boundary=x\r
            \r
            --x\r
            Content-Type: message/delivery-status\r
            \r
            Reporting-MTA: dns; mx.example.org\r
            \r
            Final-Recipient: rfc822; somebody@example.org\r
            Action: failed\r
            Status: 5.1.1\r
            --x--\r
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger forged = new AtomicInteger();
    private final AtomicInteger believed = new AtomicInteger();
    private final String service;

    Callbacks(String service) {
        this.service = service;
    }

    static String token() {
        return TOKEN;
    }

    void bounce(String returnAddress) {
        var address = service + "/callbacks/smtp?recipient=" + encoded(returnAddress);
        inBackground(() -> untilTaken(request(address, "message/rfc822", REPORT)));
    }

    /** Each status after the one before was taken. */
    void report(String callback, String sid, String... statuses) {
        inBackground(() -> {
            for (var status : statuses) {
                var fields = new TreeMap<>(Map.of("MessageSid", sid, "MessageStatus", status));
                untilTaken(text(callback, fields, sign(callback, fields, TOKEN)));
            }
        });
    }

    /** One that somebody else has signed. */
    void forge(String callback, String sid, String status) {
        inBackground(() -> {
            var fields = new TreeMap<>(Map.of("MessageSid", sid, "MessageStatus", status));
            var answer = status(text(callback, fields, sign(callback, fields, "another token")));
            if (answer > 0) {
                forged.incrementAndGet();
            }
            if (answer > 0 && answer != 403 && answer < 500) {
                believed.incrementAndGet();
            }
        });
    }

    boolean areAllDone() {
        return open.get() == 0;
    }

    int forged() {
        return forged.get();
    }

    int believed() {
        return believed.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    void inBackground(Report report) {
        open.incrementAndGet();
        threads.execute(() -> {
            try {
                report.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                open.decrementAndGet();
            }
        });
    }

    /** Something that may wait. */
    interface Report {
        void run() throws InterruptedException;
    }

    private void untilTaken(HttpRequest request) throws InterruptedException {
        for (var sent = 0; sent < TRIES; sent++) {
            if (status(request) == 204) {
                return;
            }
            Thread.sleep(PAUSE);
        }
    }

    private int status(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            return 0;
        }
    }

    private static HttpRequest text(String callback, Map<String, String> fields, String signature) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(
                        request(callback, "application/x-www-form-urlencoded", body), (name, value) -> true)
                .header("X-Twilio-Signature", signature)
                .build();
    }

    private static HttpRequest request(String address, String type, String body) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String sign(String address, TreeMap<String, String> fields, String token) {
        var signed = new StringBuilder(address);
        fields.forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
