package io.parley.notification.gateway;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.util.TypeLiteral;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.Letter;

/**
 * Leaves a gateway alone for a while that fails on its own account again and again; then one message tries whether it
 * is back. Meanwhile messages go to the next gateway, without waiting for this one's silence.
 */
final class RestingGateway implements Gateway {

    /** What is not the message's fault, told to the guard in the only way that it understands. */
    private static final class Down extends RuntimeException {
        private final transient Handover handover;

        private Down(Handover handover) {
            super(handover.reason(), null, false, false);
            this.handover = handover;
        }
    }

    private final Gateway gateway;
    private final TypedGuard<Uni<Handover>> guard;
    private final Duration longest;
    private volatile boolean resting;

    RestingGateway(Gateway gateway, GatewayConfig config) {
        this.gateway = gateway;
        this.longest = config.longest();
        this.guard = TypedGuard.create(new TypeLiteral<Uni<Handover>>() {})
                .withCircuitBreaker()
                .requestVolumeThreshold(config.restWindow())
                .failureRatio(config.restRatio())
                .delay(config.rest().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(1)
                .onStateChange(state -> resting = state != CircuitBreakerState.CLOSED)
                .done()
                .build();
    }

    @Override
    public String name() {
        return gateway.name();
    }

    @Override
    public int connections() {
        return gateway.connections();
    }

    @Override
    public boolean isResting() {
        return resting;
    }

    @Override
    public Uni<Handover> handOver(Letter letter) {
        return guard.get(() -> endingSoon(letter).invoke(RestingGateway::failIfDown))
                .onFailure(Down.class)
                .recoverWithItem(failure -> ((Down) failure).handover)
                .onFailure(CircuitBreakerOpenException.class)
                .recoverWithItem(() -> Handover.deferred("resting"));
    }

    static double asNumber(RestingGateway gateway) {
        return gateway.resting ? 1 : 0;
    }

    @Override
    public void close() {
        gateway.close();
    }

    /** A try that never ended would leave the gateway alone for ever. */
    private Uni<Handover> endingSoon(Letter letter) {
        return gateway.handOver(letter).ifNoItem().after(longest).recoverWithItem(() -> Handover.unknown("timeout"));
    }

    private static void failIfDown(Handover handover) {
        if (handover.isTheGatewaysFault()) {
            throw new Down(handover);
        }
    }
}
