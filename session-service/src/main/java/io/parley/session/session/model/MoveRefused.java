package io.parley.session.session.model;

import java.time.Instant;

/** A command that the model does not allow now; nothing has changed. */
public final class MoveRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient Instant instant;

    public MoveRefused(Refusal refusal) {
        this(refusal, null);
    }

    /** @param instant the moment that the refusal turns on (an end of a lock, of renewability), or null */
    public MoveRefused(Refusal refusal, Instant instant) {
        // Refusals are answers, not accidents: a stack trace would only cost time.
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.instant = instant;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** The moment that the refusal turns on; null when there is none. */
    public Instant instant() {
        return instant;
    }
}
