package io.parley.notification.receipt;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.parley.notification.gateway.ReceiptSink;
import io.parley.notification.message.Entry;
import io.parley.notification.message.Ledger;
import io.parley.notification.message.Move;
import io.parley.notification.message.model.Receipt;
import io.parley.notification.message.model.StateName;
import io.parley.rest.tracing.Spans;
import io.parley.rest.tracing.Traceparent;

import static java.util.stream.Collectors.toList;

/** Moves a message forward by what its gateway says of it; a receipt that is late or double changes nothing. */
@ApplicationScoped
class ReceiveReceipt implements ReceiptSink {

    private final Ledger ledger;
    private final MeterRegistry metrics;
    private final Spans spans;

    ReceiveReceipt(Ledger ledger, MeterRegistry metrics, Spans spans) {
        this.ledger = ledger;
        this.metrics = metrics;
        this.spans = spans;
    }

    /** @return whether the message is known */
    Uni<Boolean> forMessage(UUID id, Receipt receipt, String reason) {
        return ledger.inTransaction(connection ->
                        ledger.lock(connection, List.of(id)).chain(found -> move(connection, found, receipt, reason)))
                .invoke(moves -> moves.forEach(this::measure))
                .map(moves -> !moves.isEmpty());
    }

    @Override
    public Uni<Boolean> take(String gateway, String reference, Receipt receipt, String reason) {
        return ledger.find(gateway, reference)
                .chain(id -> id == null ? Uni.createFrom().item(false) : forMessage(id, receipt, reason));
    }

    @Override
    public void giveUp(String gateway) {
        Log.warnf("A receipt is for no message that was ever handed over here, and is let go: gateway=%s", gateway);
        metrics.counter("parley.receipts.unknown", "gateway", gateway).increment();
    }

    private Uni<List<Move>> move(SqlConnection connection, List<Entry> found, Receipt receipt, String reason) {
        var moves = found.stream()
                .map(entry -> Move.to(entry, entry.state().receive(receipt, reason), traced(entry, receipt)))
                .collect(toList());
        return ledger.write(connection, moves).replaceWith(moves);
    }

    /** In the message's own trace, with a link to the gateway's request, which knows nothing of that. */
    private String traced(Entry entry, Receipt receipt) {
        var span = spans.after(entry.traceparent(), "receipt", SpanKind.INTERNAL)
                .setAttribute("parley.message.id", entry.id().toString())
                .setAttribute("parley.receipt", receipt.name())
                .addLink(Span.current().getSpanContext());
        span.end();
        return Traceparent.of(span);
    }

    private void measure(Move move) {
        if (move.to().name() == StateName.DELIVERED && move.from().state().name() != StateName.DELIVERED) {
            Timer.builder("parley.request.to.delivery")
                    .description("From the commit of the request to the receipt of its delivery")
                    .tag("channel", move.from().channel().name())
                    .publishPercentileHistogram()
                    .minimumExpectedValue(Duration.ofMillis(50))
                    .maximumExpectedValue(Duration.ofHours(12))
                    .register(metrics)
                    .record(Duration.between(
                            move.from().requestedAt(), move.from().now()));
        }
    }
}
