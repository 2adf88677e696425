package io.parley.notification.message.model;

import java.time.Duration;

/**
 * When and where a message is tried again: the next gateway at once, and after the last one all of them anew, later
 * and later.
 *
 * <p>A handover with an unknown result is repeated at the same gateway, which can recognise it; but not for ever.
 *
 * @param first the longest wait after the first round
 * @param most the longest wait ever
 * @param gateways how many gateways the channel has
 */
public record RetryPlan(Duration first, Duration most, int gateways) {

    private static final int UNKNOWN_ROUNDS = 3;
    private static final int DOUBLINGS = 30;

    Tries next(Handover handover, Tries tries) {
        if (handover.result() == Handover.Result.UNKNOWN) {
            var moveOn = tries.round() + 1 >= UNKNOWN_ROUNDS;
            return tries.withUnknown().onwards(tries.round() + 1, moveOn ? after(tries) : tries.gateway());
        }
        return after(tries) == 0 ? tries.onwards(tries.round() + 1, 0) : tries.onwards(tries.round(), after(tries));
    }

    /**
     * The wait before the next try, with full jitter, so that what failed together does not come back together.
     *
     * @param chance evenly spread in [0, 1)
     */
    Duration wait(Tries before, Tries next, Handover handover, double chance) {
        if (next.round() == before.round()) {
            return Duration.ZERO;
        }
        var bound = Math.min(most.toMillis(), first.toMillis() << Math.min(DOUBLINGS, before.round()));
        var jittered = Duration.ofMillis((long) (bound * chance));
        return jittered.compareTo(handover.notBefore()) < 0 ? handover.notBefore() : jittered;
    }

    private int after(Tries tries) {
        return (tries.gateway() + 1) % Math.max(1, gateways);
    }
}
