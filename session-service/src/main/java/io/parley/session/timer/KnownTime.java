package io.parley.session.timer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a process knows of another's time by having asked for it: the best of the answers, carried on by the process's
 * own monotonic clock. Safe for any thread to read; one at a time may tell it more.
 */
final class KnownTime {

    /** The first answers to a process that has just begun are slow ones: none of them alone is to be gone by. */
    static final int FIRST_ANSWERS = 10;

    /** One part in five thousand is more than any two clocks that are fit for a server drift apart. */
    private static final long DRIFT = 5_000;

    private volatile Answer best;
    private volatile int answers;

    /**
     * @param time as it was told
     * @param nanos of the own clock, at which it was that time
     * @param error how far off it may be, in nanoseconds: half of the round trip
     */
    private record Answer(Instant time, long nanos, long error) {

        /** Two clocks drift apart: what was exact does not stay so. */
        long errorAt(long now) {
            return error + (now - nanos) / DRIFT;
        }
    }

    /** An answer to a question; both instants are of the own monotonic clock, in nanoseconds. */
    void learn(Instant time, long asked, long answered) {
        long halfWay = (answered - asked) / 2;
        // The other looked at its clock somewhere between question and answer: the middle errs least.
        var latest = new Answer(time, asked + halfWay, halfWay);
        var last = best;
        // A slow answer, of a database that stood still or had a queue, must not replace what is known better.
        if (last == null || latest.error() <= last.errorAt(answered)) {
            best = latest;
        }
        answers = Math.min(answers + 1, FIRST_ANSWERS);
    }

    boolean isWellKnown() {
        return answers == FIRST_ANSWERS;
    }

    /** In whole microseconds: the database can't keep more, and what it can't keep must not be decided upon. */
    Instant at(long nanos) {
        var last = best;
        return last.time().plusNanos(nanos - last.nanos()).truncatedTo(ChronoUnit.MICROS);
    }
}
