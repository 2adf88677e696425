package io.parley.session.session.model.entrance;

import java.time.Instant;

/**
 * The one-time code that was sent last; only its keyed hash is kept.
 *
 * @param number of the code since the entrance was set up, from 1
 */
public record OneTimeCode(String hash, Instant expiresAt, int number) {

    public boolean isValid(Instant now) {
        return now.isBefore(expiresAt);
    }
}
