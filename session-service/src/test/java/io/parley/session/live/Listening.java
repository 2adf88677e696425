package io.parley.session.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;

import static org.awaitility.Awaitility.await;

/** A reader of a live stream, as a browser would read it. */
public final class Listening implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Stream<String> body;
    private final HttpResponse<Stream<String>> answer;
    private volatile boolean over;

    /** @param id null where none was given */
    public record Event(String id, String name, JsonNode data) {}

    private Listening(HttpResponse<Stream<String>> answer) {
        this.answer = answer;
        this.body = answer.body();
        var reading = new Thread(this::read, "listening");
        reading.setDaemon(true);
        reading.start();
    }

    public static Listening to(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Accept", "text/event-stream");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return new Listening(HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofLines()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try {
            body.forEach(lines::add);
        } catch (UncheckedIOException | IllegalStateException closed) {
            // that is how listening ends
        } finally {
            over = true;
        }
    }

    int status() {
        return answer.statusCode();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    boolean isOver() {
        return over;
    }

    List<String> lines() {
        return lines;
    }

    List<Event> events() {
        var events = new ArrayList<Event>();
        String id = null;
        String name = null;
        for (var line : List.copyOf(lines)) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                events.add(new Event(id, name, parse(line.substring(6))));
                id = null;
            }
        }
        return events;
    }

    List<Event> named(String name) {
        return events().stream().filter(event -> event.name().equals(name)).toList();
    }

    List<String> types() {
        return named("change").stream()
                .map(event -> event.data().get("type").textValue())
                .toList();
    }

    public Listening opened() {
        await().atMost(Duration.ofSeconds(20)).until(() -> !named("hello").isEmpty());
        return this;
    }

    private static JsonNode parse(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        body.close();
    }
}
