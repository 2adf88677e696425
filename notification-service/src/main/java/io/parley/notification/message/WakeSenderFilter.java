package io.parley.notification.message;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** An answer comes after the commit, which under an Idempotency-Key is later than the end of the use case. */
class WakeSenderFilter {

    private final DueSignal due;

    WakeSenderFilter(DueSignal due) {
        this.due = due;
    }

    @MakesDue
    @ServerResponseFilter
    void wake() {
        due.wake();
    }
}
