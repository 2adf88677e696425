package io.parley.session.session.model.entrance;

import java.time.Instant;

import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Refusal;

/**
 * Counts wrong PINs and codes: some lock the entrance for a while, some locks ban.
 *
 * @param failures since the last success or lock
 * @param lockedUntil null when not locked, and when banned
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
        if (failures + 1 < rule.attempts()) {
            return new Guard(failures + 1, null, locks);
        }
        boolean ban = locks + 1 >= rule.locks();
        return new Guard(0, ban ? null : now.plus(rule.lockTime()), locks + 1);
    }
}
