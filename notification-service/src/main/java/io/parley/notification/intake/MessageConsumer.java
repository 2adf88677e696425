package io.parley.notification.intake;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.parley.notification.message.DueSignal;
import io.parley.rest.draining.LastWork;

import static java.util.stream.Collectors.toList;

/**
 * Consumes parley.messages. A batch is acknowledged when each of its events is in the ledger or among the dead
 * letters; as long as neither is possible, it waits and tries again.
 */
@ApplicationScoped
class MessageConsumer {

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Arrivals arrivals;
    private final Intake intake;
    private final DeadLetters deadLetters;
    private final DueSignal due;
    private final LastWork lastWork;

    MessageConsumer(Arrivals arrivals, Intake intake, DeadLetters deadLetters, DueSignal due, LastWork lastWork) {
        this.arrivals = arrivals;
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.due = due;
        this.lastWork = lastWork;
    }

    @Incoming("messages")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return lastWork.begin(() -> take(records));
    }

    private Uni<Void> take(ConsumerRecords<byte[], byte[]> records) {
        var batch = StreamSupport.stream(records.spliterator(), false)
                .map(arrivals::read)
                .collect(toList());
        return untilDone(takeAll(batch)).invoke(due::wake).invoke(() -> batch.forEach(MessageConsumer::end));
    }

    /** One event that the database refuses must not hold up its neighbours: then each goes alone. */
    private Uni<Void> takeAll(List<Arrival> batch) {
        return intake.take(batch)
                .chain(() -> deadLetters.putAside(batch))
                .onFailure(MessageConsumer::isAboutTheData)
                .recoverWithUni(() -> takeEach(batch));
    }

    private Uni<Void> takeEach(List<Arrival> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(this::takeOne)
                .collect()
                .last();
    }

    private Uni<Void> takeOne(Arrival arrival) {
        var alone = List.of(arrival);
        return intake.take(alone)
                .chain(() -> deadLetters.putAside(alone))
                .onFailure(MessageConsumer::isAboutTheData)
                .recoverWithUni(() -> deadLetters.putAside(List.of(arrival.refused("refused-by-database"))));
    }

    private static Uni<Void> untilDone(Uni<Void> work) {
        return work.onFailure()
                .invoke(failure -> Log.warnf("Message events wait: error=%s", failure.toString()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    private static void end(Arrival arrival) {
        arrival.span().end();
        if (arrival.unreadable() == null) {
            Log.debugf(
                    "A message's event is taken in: sessionId=%s eventId=%s traceId=%s",
                    arrival.sessionId(),
                    arrival.eventId(),
                    arrival.span().getSpanContext().getTraceId());
        }
    }

    /** Classes 22 and 23 of SQLSTATE: it will be refused however often it is tried. */
    private static boolean isAboutTheData(Throwable failure) {
        return failure instanceof PgException
                && (((PgException) failure).getSqlState().startsWith("22")
                        || ((PgException) failure).getSqlState().startsWith("23"));
    }
}
