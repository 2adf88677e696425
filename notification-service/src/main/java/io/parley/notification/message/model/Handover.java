package io.parley.notification.message.model;

import java.time.Duration;

/**
 * How one handover to a gateway went.
 *
 * @param reference the gateway's own name for the message, where it gave one
 * @param reason a kebab-case word without anything personal
 * @param notBefore how long the gateway asked to be left alone
 */
public record Handover(Result result, String reference, String reason, Duration notBefore) {

    /** What a handover's end says about what to do next. */
    public enum Result {
        /** The gateway answers for the message from here. */
        ACCEPTED,
        /** This recipient or content will never be taken. */
        REFUSED,
        /** Not now: full, throttled, out of reach. */
        DEFERRED,
        /** The gateway refuses us, not the message: wrong credentials, not allowed. */
        BROKEN,
        /** It may or may not have the message. */
        UNKNOWN
    }

    /** Whether the next message would fare no better: the gateway is out of reach, broken, or wants none of us. */
    public boolean isTheGatewaysFault() {
        return result == Result.UNKNOWN
                || result == Result.BROKEN
                || result == Result.DEFERRED && reason.matches("unreachable|connection-lost|smtp-421|http-5..");
    }

    public static Handover accepted(String reference) {
        return new Handover(Result.ACCEPTED, reference, null, Duration.ZERO);
    }

    public static Handover refused(String reason) {
        return new Handover(Result.REFUSED, null, reason, Duration.ZERO);
    }

    public static Handover deferred(String reason) {
        return deferred(reason, Duration.ZERO);
    }

    public static Handover deferred(String reason, Duration notBefore) {
        return new Handover(Result.DEFERRED, null, reason, notBefore);
    }

    public static Handover broken(String reason) {
        return new Handover(Result.BROKEN, null, reason, Duration.ZERO);
    }

    public static Handover unknown(String reason) {
        return new Handover(Result.UNKNOWN, null, reason, Duration.ZERO);
    }
}
