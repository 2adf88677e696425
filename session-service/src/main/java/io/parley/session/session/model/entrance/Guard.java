package io.parley.session.session.model.entrance;

import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Refusal;

import java.time.Instant;

/**
 * Counts wrong PINs and codes: some lock the entrance for a while, some locks ban.
 *
 * @param failures since the last success or lock
 * @param lockedUntil null when not locked
 */
public record Guard(int failures, Instant lockedUntil, int locks) {

    public static final Guard FRESH = new Guard(0, null, 0);

    public boolean isBanned(Authentication rule) {
        return locks >= rule.locks();
    }

    public void check(Authentication rule, Instant now) {
        if (isBanned(rule)) {
            throw new MoveRefused(Refusal.LOCKED);
        }
        if (lockedUntil != null && now.isBefore(lockedUntil)) {
            throw new MoveRefused(Refusal.LOCKED, lockedUntil);
        }
    }

    public Guard fail(Authentication rule, Instant now) {
        return failures + 1 < rule.attempts()
                ? new Guard(failures + 1, null, locks)
                : new Guard(0, now.plus(rule.lockTime()), locks + 1);
    }
}
