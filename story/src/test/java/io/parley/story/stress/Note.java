package io.parley.story.stress;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;

/** Writes down what was answered, and lets those who ask learn of it. */
final class Note {

    private Note() {}

    static Op of(
            Subject subject,
            Command command,
            String about,
            String detail,
            String key,
            Long ifMatch,
            String browser,
            Instant asked,
            HttpResponse<String> answer) {
        var answered = Instant.now();
        int status = answer == null ? 0 : answer.statusCode();
        var body = TheRecord.json(answer == null || status >= 500 ? "" : answer.body());
        boolean done = status >= 200 && status < 300;
        // The room's tag is of what the customer sees, and no version.
        Long version = answer == null || !command.role.equals("system")
                ? null
                : answer.headers()
                        .firstValue("ETag")
                        .map(tag -> Long.valueOf(tag.replace("\"", "")))
                        .orElse(null);
        var link = body.path("link").asText("");
        var token = link.isEmpty() ? null : link.substring(link.lastIndexOf('/') + 1);
        if (done) {
            subject.learn(body, version);
        }
        if (token != null) {
            subject.learnLink(token);
        }
        var given = done && command == Command.JOIN
                ? answer.headers().firstValue("Set-Cookie").map(Requests::cookie)
                : Optional.<String>empty();
        given.ifPresent(subject::learnCookie);
        return new Op(
                subject.id(),
                command,
                about,
                detail,
                key,
                ifMatch,
                asked,
                answered,
                status,
                done ? null : body.path("type").asText("").replace("/problems/", ""),
                done && command.role.equals("system") && body.has("sequence")
                        ? Long.valueOf(body.get("sequence").asLong())
                        : null,
                done ? version : null,
                token,
                given.orElse(browser));
    }
}
