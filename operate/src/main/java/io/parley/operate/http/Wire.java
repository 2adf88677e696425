package io.parley.operate.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/**
 * One request, as often as it takes: again where nobody answered or the one who did was not able to, with the same key,
 * so that what has been done is not done twice.
 */
final class Wire {

    static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(3);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST_CONNECT)
            .build();
    private final Duration patience;

    Wire(Duration patience) {
        this.patience = patience;
    }

    /** @param who for words */
    Answer send(String who, HttpRequest request) {
        var deadline = System.nanoTime() + patience.toNanos();
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            var last = System.nanoTime() + pause.toNanos() > deadline;
            try {
                var answer = once(request);
                if (last || !isPassing(answer)) {
                    return answer;
                }
            } catch (IOException e) {
                if (last) {
                    throw Failure.unreachable(who + " does not answer at "
                            + request.uri().getScheme() + "://" + request.uri().getAuthority() + ": " + reason(e));
                }
            }
            rest(pause);
        }
    }

    private Answer once(HttpRequest request) throws IOException {
        try {
            var response = client.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.unreachable("interrupted");
        }
    }

    /** The second is what a repeated request is told while the first one runs. */
    private static boolean isPassing(Answer answer) {
        return PASSING.contains(answer.status())
                || answer.status() == 409 && answer.text().contains("/request-in-progress");
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? "nobody listens there" : e.getMessage();
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.unreachable("interrupted");
        }
    }
}
