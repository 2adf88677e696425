package io.parley.notification.intake;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.opentelemetry.api.trace.Span;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.parley.notification.message.model.Request;
import io.parley.rest.tracing.Spans;
import io.parley.rest.tracing.Traceparent;

/** Reads records of parley.messages: CloudEvents in binary mode, open to members that it does not know. */
@ApplicationScoped
class Arrivals {

    private static final String REQUESTED = "parley.message.requested.v1";
    private static final String CANCELLED = "parley.message.cancelled.v1";

    private final ObjectReader requests;
    private final ObjectReader cancels;
    private final Spans spans;

    Arrivals(ObjectMapper json, Spans spans) {
        var open = json.reader()
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.requests = open.forType(Request.class);
        this.cancels = open.forType(Cancel.class);
        this.spans = spans;
    }

    /** Never throws: what can't be read says so. */
    Arrival read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return readOrThrow(record);
        } catch (JsonProcessingException e) {
            // Its message quotes the input, which may hold a contact.
            return Arrival.unreadable(record, "not-the-schema");
        } catch (IllegalArgumentException | NullPointerException e) {
            return Arrival.unreadable(record, "incomplete");
        }
    }

    private Arrival readOrThrow(ConsumerRecord<byte[], byte[]> record) throws JsonProcessingException {
        var type = header(record, "ce_type");
        if (type == null || record.value() == null) {
            return Arrival.unreadable(record, "no-event");
        }
        var json = new String(record.value(), StandardCharsets.UTF_8);
        var eventId = UUID.fromString(header(record, "ce_id"));
        var correlationId = header(record, "ce_correlationid");
        if (type.equals(REQUESTED)) {
            var request = complete((Request) requests.readValue(json));
            var span = begin(record, request.sessionId(), eventId);
            return Arrival.request(record, eventId, correlationId, request, json, span);
        }
        if (type.equals(CANCELLED)) {
            var cancel = complete((Cancel) cancels.readValue(json));
            return Arrival.cancel(record, eventId, correlationId, cancel, begin(record, cancel.sessionId(), eventId));
        }
        return Arrival.unreadable(record, "unknown-type");
    }

    private Span begin(ConsumerRecord<byte[], byte[]> record, UUID session, UUID event) {
        return spans.process(record.topic(), Traceparent.of(record.headers()), session.toString(), event);
    }

    private static Request complete(Request request) {
        Stream.of(
                        request.messageId(),
                        request.sessionId(),
                        request.kind(),
                        request.channel(),
                        request.to(),
                        request.requestedAt(),
                        request.giveUpAt())
                .forEach(Objects::requireNonNull);
        return request;
    }

    private static Cancel complete(Cancel cancel) {
        Stream.of(cancel.messageId(), cancel.sessionId(), cancel.reason()).forEach(Objects::requireNonNull);
        return cancel;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : Plain.line(new String(header.value(), StandardCharsets.UTF_8));
    }
}
