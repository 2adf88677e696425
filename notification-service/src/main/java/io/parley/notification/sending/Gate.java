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

    void leave() {
        var next = waiting.poll();
        if (next == null) {
            inside--;
        } else {
            next.run();
        }
    }
}
