package io.parley.story.rolling;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

import io.parley.local.service.ServiceJar;
import io.parley.local.testing.Caught;
import io.parley.local.testing.Tokens;

import static java.util.concurrent.TimeUnit.SECONDS;

/** An agent and the customers that come one after the other: each session with all that happens in one. */
final class Agent {

    static final String PIN = "4711";
    private static final String COOKIE = "__Host-parley-room";
    private static final long LONGEST_MAIL = SECONDS.toNanos(30);

    private final Caller caller;
    private final Count count;

    Agent(Cluster cluster, Count count) {
        this.caller = new Caller(cluster, count);
        this.count = count;
    }

    /** A session that was started, with what it takes to ask for it again. */
    record Started(String id, String email, String key) {}

    Started starts() {
        var unique = UUID.randomUUID().toString();
        var email = "rolling-" + unique + "@example.org";
        return new Started(start(email, unique).get("id").asText(), email, unique);
    }

    private JsonNode start(String email, String key) {
        return Caller.json(asks(
                "POST",
                "/api/sessions",
                Map.of("customer", Map.of("name", "Rolanda", "email", email), "pin", PIN),
                Map.of("Idempotency-Key", key)));
    }

    /** Once more under its key, which must make no second session. */
    boolean startsAgain(Started session) {
        return start(session.email(), session.key()).get("id").asText().equals(session.id());
    }

    /** From the start to the end, and once more from there. */
    void serves() throws InterruptedException {
        var session = starts();
        var cookie = lets(session);
        says(session, cookie);
        does(session, "end", Map.of());
        does(session, "renew", Map.of("notify", false));
        says(session, cookie);
        does(session, "end", Map.of());
    }

    /** Its customer joins by the link in the mail, and by the PIN. */
    String lets(Started session) throws InterruptedException {
        var path = "/api/join/" + token(session.email());
        caller.ask(ServiceJar.SESSION, "GET", path, null);
        var joined =
                caller.ask(ServiceJar.SESSION, "POST", path, Map.of("pin", PIN), "Content-Type", "application/json");
        return joined.headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith(COOKIE + "="))
                .map(header -> header.substring(0, header.indexOf(';')))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new Caller.Failed("joined without a cookie"));
    }

    private String token(String email) throws InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < LONGEST_MAIL) {
            var links = Caught.to(email).stream()
                    .flatMap(mail -> mail.links().stream())
                    .filter(link -> link.contains("/j/"))
                    .toList();
            if (!links.isEmpty()) {
                count.answered("a mail", System.nanoTime() - began);
                return links.get(0).substring(links.get(0).lastIndexOf('/') + 1);
            }
            TimeUnit.MILLISECONDS.sleep(40);
        }
        throw new Caller.Failed("a mail did not come");
    }

    private void says(Started session, String cookie) {
        does(session, "messages", Map.of("text", "How may I help?"));
        caller.ask(
                ServiceJar.SESSION,
                "POST",
                "/api/room/messages",
                Map.of("text", "I have a question."),
                "Content-Type",
                "application/json",
                "Cookie",
                cookie);
        asks("GET", "/api/sessions/" + session.id() + "/timeline", null, Map.of());
    }

    private void does(Started session, String command, Object input) {
        asks("POST", "/api/sessions/" + session.id() + "/" + command, input, Map.of());
    }

    /** Brings a document whose bytes come slowly, so that some request is under way whenever a replica goes. */
    void uploads(Started session) {
        var boundary = "----rolling";
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n%PDF-1.4\n";
        var tail = "\r\n--" + boundary + "--\r\n";
        var bytes = (head + "x".repeat(4_000) + tail).getBytes(StandardCharsets.US_ASCII);
        caller.send(
                ServiceJar.SESSION,
                "POST",
                "/api/sessions/" + session.id() + "/documents",
                BodyPublishers.ofInputStream(() -> slowly(bytes)),
                Caller.as(Tokens.of("alice"), Map.of("Content-Type", "multipart/form-data; boundary=" + boundary)));
    }

    private static InputStream slowly(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                try {
                    TimeUnit.MILLISECONDS.sleep(100);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.read(to, offset, Math.min(length, 200));
            }
        };
    }

    private HttpResponse<String> asks(String method, String path, Object body, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return caller.ask(ServiceJar.SESSION, method, path, body, Caller.as(Tokens.of("alice"), all));
    }
}
