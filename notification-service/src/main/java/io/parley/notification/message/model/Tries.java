package io.parley.notification.message.model;

/**
 * How often a message was handed over, how often nobody can know whether that succeeded, in which round over the
 * gateways it is, and whose turn it is.
 */
public record Tries(int made, int unknown, int round, int gateway) {

    public static final Tries NONE = new Tries(0, 0, 0, 0);

    Tries next() {
        return new Tries(made + 1, unknown, round, gateway);
    }

    Tries withUnknown() {
        return new Tries(made, unknown + 1, round, gateway);
    }

    Tries onwards(int nextRound, int nextGateway) {
        return new Tries(made, unknown, nextRound, nextGateway);
    }
}
