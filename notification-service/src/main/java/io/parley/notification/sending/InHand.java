package io.parley.notification.sending;

import java.time.Duration;
import java.util.UUID;

import io.parley.notification.gateway.Gateway;
import io.parley.notification.message.Due;

/**
 * A message that this replica has leased.
 *
 * @param epoch what the completion must find in the ledger
 * @param claimedAt by the machine's steady clock: what was known of the message then may be outdated now
 * @param safeUntil by the same: afterwards somebody else may have the message
 */
record InHand(Due due, Gateway gateway, long epoch, long claimedAt, long safeUntil) {

    /** Who waits for longer at the gateway asks again whether the message is still wanted. */
    private static final long FRESH = Duration.ofMillis(100).toNanos();

    /** Tells two leases of one message apart, should this replica have lost the first and taken the second. */
    String key() {
        return key(due.entry().id(), epoch);
    }

    static String key(UUID id, long epoch) {
        return id + ":" + epoch;
    }

    boolean isFirstTry() {
        return due.entry().state().tries().made() == 0;
    }

    boolean isSafe(long now) {
        return safeUntil - now > 0;
    }

    boolean isFresh(long now) {
        return now - claimedAt < FRESH;
    }

    InHand renewed(long until) {
        return new InHand(due, gateway, epoch, claimedAt, until);
    }

    @Override
    public String toString() {
        return "InHand[" + due.entry().id() + "]";
    }
}
