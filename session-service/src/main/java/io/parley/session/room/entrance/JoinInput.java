package io.parley.session.room.entrance;

import jakarta.validation.constraints.Pattern;

/**
 * What a customer presents at the entrance; absent is what is not asked for.
 *
 * @param pin as the agent told it
 * @param code as it was sent
 */
record JoinInput(
        Boolean consent,

        @Pattern(regexp = "[0-9]{1,12}", message = "must be digits")
        String pin,

        @Pattern(regexp = "[0-9]{1,12}", message = "must be digits")
        String code) {

    /** Whether something is presented that can be wrong, and counts then. */
    boolean isGuess() {
        return pin != null || code != null;
    }

    @Override
    public String toString() {
        return "JoinInput[…]"; // what somebody typed must not reach a log by accident
    }
}
