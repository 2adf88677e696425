package io.parley.notification.upkeep;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.parley.rest.draining.LastWork;
import io.parley.rest.tracing.Spans;

/**
 * Erases a session's contacts here when session-service has purged its own. Of parley.sessions only that event is read;
 * reading it again erases nothing more, so it needs no mark in the inbox.
 */
@ApplicationScoped
class PurgedSessions {

    private static final String PURGED = "parley.session.purged.v1";
    private static final String DOCUMENTS = "DOCUMENTS";
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final EraseContacts eraseContacts;
    private final Spans spans;
    private final LastWork lastWork;

    PurgedSessions(EraseContacts eraseContacts, Spans spans, LastWork lastWork) {
        this.eraseContacts = eraseContacts;
        this.spans = spans;
        this.lastWork = lastWork;
    }

    @Incoming("sessions")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return lastWork.begin(() -> erase(records));
    }

    private Uni<Void> erase(ConsumerRecords<byte[], byte[]> records) {
        return Multi.createFrom()
                .items(StreamSupport.stream(records.spliterator(), false))
                .filter(PurgedSessions::tellsOfContacts)
                .onItem()
                .transformToUniAndConcatenate(this::erase)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Long> erase(ConsumerRecord<byte[], byte[]> record) {
        var session = header(record, "ce_subject");
        var span = spans.process(record, session);
        return Spans.during(span, erase(UUID.fromString(session)))
                .invoke(() -> Log.debugf(
                        "Contacts of a purged session are erased: sessionId=%s eventId=%s traceId=%s",
                        session, header(record, "ce_id"), span.getSpanContext().getTraceId()));
    }

    private Uni<Long> erase(UUID session) {
        return eraseContacts
                .ofSession(session)
                .onFailure()
                .invoke(failure -> Log.warnf("Contacts of a purged session wait: error=%s", failure.toString()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    /** What can't be read is nothing that session-service has written, and so no purge. */
    private static boolean tellsOfContacts(ConsumerRecord<byte[], byte[]> record) {
        try {
            return PURGED.equals(header(record, "ce_type"))
                    && UUID.fromString(header(record, "ce_subject")) != null
                    && !DOCUMENTS.equals(
                            new JsonObject(new String(record.value(), StandardCharsets.UTF_8)).getString("purged"));
        } catch (RuntimeException e) {
            Log.errorf(
                    "Unreadable purge passed over: topic=%s partition=%d offset=%d error=%s",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getClass().getSimpleName());
            return false;
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
