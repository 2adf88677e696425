package io.parley.notification.sending;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;

import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.Letter;
import io.parley.notification.message.model.Reason;
import io.parley.notification.message.model.Request;
import io.parley.notification.template.Letters;

/** Writes a message and hands it to the gateway whose turn it is. Never fails: it says how it went. */
@ApplicationScoped
class HandOver {

    private final ObjectReader requests;
    private final Letters letters;
    private final SendingConfig config;

    HandOver(ObjectMapper json, Letters letters, SendingConfig config) {
        this.requests = json.readerFor(Request.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.letters = letters;
        this.config = config;
    }

    Uni<Finished> handOver(InHand message) {
        if (!message.isSafe(System.nanoTime())) {
            return Uni.createFrom().item(new Finished(message, null));
        }
        Letter letter;
        try {
            letter = letters.write(requests.readValue(message.due().request()));
        } catch (JsonProcessingException | RuntimeException e) {
            // Not its message, which may quote the request
            Log.errorf(
                    "Message can't be written: messageId=%s error=%s",
                    message.due().entry().id(), e.getClass().getName());
            return Uni.createFrom().item(new Finished(message, Handover.refused(Reason.CONTENT_REJECTED)));
        }
        return message.gateway()
                .handOver(letter)
                .ifNoItem()
                .after(config.handoverTimeout())
                .recoverWithItem(() -> Handover.unknown("timeout"))
                .onFailure()
                .recoverWithItem(() -> Handover.unknown("gateway-failed"))
                .map(handover -> new Finished(message, handover));
    }
}
