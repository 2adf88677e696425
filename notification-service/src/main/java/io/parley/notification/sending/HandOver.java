package io.parley.notification.sending;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;

import io.parley.notification.limits.Limits;
import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.Letter;
import io.parley.notification.message.model.Reason;
import io.parley.notification.message.model.Request;
import io.parley.notification.template.Letters;
import io.parley.rest.tracing.Spans;

/** Writes a message and hands it to the gateway whose turn it is. Never fails: it says how it went. */
@ApplicationScoped
class HandOver {

    private final ObjectReader requests;
    private final Letters letters;
    private final Limits limits;
    private final Leases leases;
    private final SendingConfig config;
    private final Spans spans;

    HandOver(ObjectMapper json, Letters letters, Limits limits, Leases leases, SendingConfig config, Spans spans) {
        this.requests = json.readerFor(Request.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.letters = letters;
        this.limits = limits;
        this.leases = leases;
        this.config = config;
        this.spans = spans;
    }

    Uni<Finished> handOver(InHand message) {
        var now = System.nanoTime();
        if (!message.isSafe(now)) {
            return untried(message);
        }
        return message.isFresh(now)
                ? attempt(message)
                : leases.isWanted(message)
                        .onFailure()
                        .recoverWithItem(false)
                        .chain(wanted -> wanted ? attempt(message) : untried(message));
    }

    private static Uni<Finished> untried(InHand message) {
        return Uni.createFrom().item(Finished.untried(message));
    }

    private Uni<Finished> attempt(InHand message) {
        var attempt = Attempt.begin(spans, message);
        return writeAndHandOver(message, attempt).map(attempt::end);
    }

    private Uni<Handover> writeAndHandOver(InHand message, Attempt attempt) {
        Request request;
        Letter letter;
        try {
            request = requests.readValue(message.due().request());
            letter = letters.write(request);
        } catch (JsonProcessingException | RuntimeException e) {
            // Not its message, which may quote the request
            Log.errorf(
                    "Message can't be written: messageId=%s traceId=%s error=%s",
                    message.due().entry().id(), attempt.traceId(), e.getClass().getName());
            return Uni.createFrom().item(Handover.refused(Reason.CONTENT_REJECTED));
        }
        var written = letter;
        // What fails here are the budgets, before anything has left
        return allowed(message, request)
                .chain(allowed -> allowed ? handOver(message, written) : refused())
                .onFailure()
                .recoverWithItem(() -> Handover.deferred("budgets-unreachable"));
    }

    private Uni<Handover> handOver(InHand message, Letter letter) {
        return Uni.createFrom()
                .deferred(() -> message.gateway().handOver(letter))
                .ifNoItem()
                .after(config.handoverTimeout())
                .recoverWithItem(() -> Handover.unknown("timeout"))
                .onFailure()
                .recoverWithItem(() -> Handover.unknown("gateway-failed"));
    }

    private static Uni<Handover> refused() {
        return Uni.createFrom().item(Handover.refused(Reason.OVER_LIMIT));
    }

    /** A message is charged with its first try only. */
    private Uni<Boolean> allowed(InHand message, Request request) {
        return message.isFirstTry() ? limits.allow(request) : Uni.createFrom().item(true);
    }
}
