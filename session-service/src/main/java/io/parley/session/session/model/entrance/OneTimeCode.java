package io.parley.session.session.model.entrance;

import java.time.Duration;
import java.time.Instant;

import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Refusal;

/**
 * The one-time code that was sent last; only its keyed hash is kept.
 *
 * @param number of the code in a row, from 1
 */
public record OneTimeCode(String hash, Instant expiresAt, int number) {

    static final Duration LIFETIME = Duration.ofMinutes(10);
    static final int IN_A_ROW = 5;
    static final Duration PAUSE = Duration.ofHours(1);

    /** Nobody is to be flooded with codes; nor is anybody shut out for good to whom some did not come. */
    static OneTimeCode after(OneTimeCode last, String hash, Instant now) {
        var free = last == null ? now : last.expiresAt().plus(PAUSE);
        if (!now.isBefore(free)) {
            return new OneTimeCode(hash, now.plus(LIFETIME), 1);
        }
        if (last.number() >= IN_A_ROW) {
            throw new MoveRefused(Refusal.TOO_MANY_CODES, free);
        }
        return new OneTimeCode(hash, now.plus(LIFETIME), last.number() + 1);
    }

    public boolean isValid(Instant now) {
        return now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "OneTimeCode[number=" + number + ", expiresAt=" + expiresAt
                + "]"; // no hash: few digits are soon guessed
    }
}
