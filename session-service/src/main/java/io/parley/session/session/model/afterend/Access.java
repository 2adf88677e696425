package io.parley.session.session.model.afterend;

import java.time.Instant;

/**
 * The customer's access after the end, frozen when the session ended; NONE once its clock has struck.
 *
 * @param until null for without limit
 */
public record Access(AccessMode mode, Instant until) {

    /** What is left of it at {@code now}. */
    public AccessMode at(Instant now) {
        return until != null && !now.isBefore(until) ? AccessMode.NONE : mode;
    }

    /** Over; {@code until} still tells since when. */
    public Access close() {
        return new Access(AccessMode.NONE, until);
    }
}
