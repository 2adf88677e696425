package io.parley.notification.delivery;

import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

/** Wakes this replica's relay right after a commit. */
@ApplicationScoped
public class DeliverySignal {

    private final AtomicReference<Runnable> relay = new AtomicReference<>(() -> {});

    void onWake(Runnable listener) {
        relay.set(listener);
    }

    public void wake() {
        relay.get().run();
    }
}
