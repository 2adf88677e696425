package io.parley.notification.sending;

import java.util.ArrayDeque;
import java.util.Queue;

/** Lets as many handovers into a gateway at once as it has connections; the others wait where they can be seen. */
final class Gate {

    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int inside;

    Gate(int most) {
        this.most = most;
    }

    void enter(Runnable handover) {
        if (inside < most) {
            inside++;
            handover.run();
        } else {
            waiting.add(handover);
        }
    }

    /** Lets everybody in who waits: they see that nothing is handed over any more. */
    void open() {
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            inside++;
            next.run();
        }
    }

    void leave() {
        var next = waiting.poll();
        if (next == null) {
            inside--;
        } else {
            next.run();
        }
    }
}
