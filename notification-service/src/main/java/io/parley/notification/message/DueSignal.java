package io.parley.notification.message;

import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.parley.notification.message.model.Channel;

/** Wakes this replica's sender right after a commit; the others find the rest by polling. */
@ApplicationScoped
public class DueSignal {

    private final Map<Channel, Runnable> listeners = new EnumMap<>(Channel.class);

    public synchronized void onWake(Channel channel, Runnable listener) {
        listeners.put(channel, listener);
    }

    public synchronized void wake() {
        listeners.values().forEach(Runnable::run);
    }
}
