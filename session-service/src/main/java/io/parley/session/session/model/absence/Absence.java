package io.parley.session.session.model.absence;

import java.time.Duration;
import java.time.Instant;

/**
 * What the agent's side has left in the room since the customer was last known to be in it, and what was said of it.
 *
 * @param latest when the last of it was left
 * @param due when to look whether the customer has to be told; null for not at all
 * @param told when they were told; null for not yet
 */
public record Absence(Instant latest, Instant due, Instant told) {

    /** Something more was left; being told of it waits for what was left before. */
    public static Absence leave(Absence before, Instant now, Duration patience) {
        if (before == null) {
            return new Absence(now, now.plus(patience), null);
        }
        return new Absence(now, before.due == null ? now.plus(patience) : before.due, before.told);
    }

    /** The customer has seen it all. */
    public boolean isOver(Instant seen) {
        return seen != null && !seen.isBefore(latest);
    }

    /** They were told, and have not been back since: once is enough. */
    public boolean isToldOf(Instant seen) {
        return told != null && (seen == null || seen.isBefore(told));
    }

    /** They were there a moment ago: they may still be about to see it. */
    public boolean isTooSoon(Instant seen, Instant now, Duration patience) {
        return seen != null && now.isBefore(seen.plus(patience));
    }

    public Absence wait(Instant until) {
        return new Absence(latest, until, told);
    }

    public Absence tell(Instant now) {
        return new Absence(latest, null, now);
    }
}
