package io.parley.notification.gateway;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;

import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.Reason;

/** What an HTTP gateway's answer, or its absence, says about the message. */
final class HttpAnswers {

    private static final Duration LONGEST_REST = Duration.ofMinutes(15);

    private HttpAnswers() {}

    static Handover read(HttpResponse<Buffer> answer, String referenceField) {
        var status = answer.statusCode();
        var said = "http-" + status;
        if (status / 100 == 2) {
            return Handover.accepted(reference(answer, referenceField));
        }
        return switch (status) {
            case 400, 422 -> Handover.refused(Reason.NUMBER_REJECTED);
            case 413 -> Handover.refused(Reason.CONTENT_REJECTED);
            case 408, 425, 429, 500, 503 -> Handover.deferred(said, rest(answer.getHeader("Retry-After")));
            // Somebody on the way lost the answer, not necessarily the message
            case 502, 504 -> Handover.unknown(said);
            default -> status >= 500 ? Handover.deferred(said) : Handover.broken(said);
        };
    }

    static Handover read(Throwable failure) {
        return failure instanceof ConnectException
                        || failure instanceof UnknownHostException
                        || failure instanceof ConnectTimeoutException
                ? Handover.deferred("unreachable")
                : Handover.unknown("connection-lost");
    }

    private static String reference(HttpResponse<Buffer> answer, String field) {
        try {
            var body = answer.bodyAsString();
            return body == null ? null : reference(new JsonObject(body).getValue(field));
        } catch (DecodeException | ClassCastException e) {
            return null;
        }
    }

    private static String reference(Object value) {
        return value == null ? null : value.toString();
    }

    private static Duration rest(String seconds) {
        if (seconds == null || !seconds.matches("\\d{1,6}")) {
            return Duration.ZERO;
        }
        var asked = Duration.ofSeconds(Long.parseLong(seconds));
        return asked.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : asked;
    }
}
