package io.parley.story.installation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** When the stories killed something: what is logged in these times is no wonder. */
final class Kills {

    /** What was cut off is noticed, and logged, a little later than the dead are back. */
    private static final Duration AFTERMATH = Duration.ofSeconds(15);

    private final List<Kill> all = new CopyOnWriteArrayList<>();

    Kill begin() {
        var kill = new Kill(Instant.now());
        all.add(kill);
        return kill;
    }

    boolean explain(Instant instant) {
        return all.stream().anyMatch(kill -> kill.explains(instant));
    }

    /** From a kill to the return of the killed. */
    static final class Kill {
        private final Instant from;
        private Instant to = Instant.MAX;

        private Kill(Instant from) {
            this.from = from;
        }

        void end() {
            to = Instant.now().plus(AFTERMATH);
        }

        private boolean explains(Instant instant) {
            return !instant.isBefore(from.minusSeconds(1)) && !instant.isAfter(to);
        }
    }
}
