package io.parley.session.settings.hearing;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * What this replica has heard of changed settings, and whether it can be sure to have heard of all. Counts by the
 * process's own steady clock, so that a process that slept is not sure of itself.
 */
@ApplicationScoped
public class Hearing {

    private final HearingConfig config;
    private final Touches touches = new Touches();
    private volatile long completeFrom;
    private volatile long heardUpTo;
    private volatile boolean begun;

    Hearing(HearingConfig config, MeterRegistry meters) {
        this.config = config;
        meters.gauge("parley.settings.told", this, hearing -> hearing.isUpToDate() ? 1 : 0);
    }

    /** The newest revision that was heard of: an answer of before it may be out of date. */
    public long newest() {
        return touches.newest();
    }

    /** Whether something was changed that an answer is about which is as of this revision. */
    public boolean isTouched(Concern concern, long revision) {
        return touches.newest(concern) > revision;
    }

    /**
     * Whether each change would have been heard of that an answer may lack.
     *
     * @param asked {@link System#nanoTime()} of when the answer was asked for
     */
    public boolean vouchesFor(long asked) {
        return isUpToDate() && asked - completeFrom >= 0;
    }

    private boolean isUpToDate() {
        return begun && System.nanoTime() - heardUpTo < config.trustFor().toNanos();
    }

    void hear(Changed change) {
        touches.note(change);
    }

    /** From now on all is heard; what was changed just before may not yet be in answers, nor was it heard. */
    void beginAnew() {
        completeFrom = System.nanoTime() + config.settle().toNanos();
        heardUpTo = System.nanoTime();
        begun = true;
    }

    /** @param moment {@link System#nanoTime()}, up to which nothing is left to be heard */
    void heardUpTo(long moment) {
        heardUpTo = moment;
    }
}
