package io.parley.notification.message.model;

/** Why a message is no longer wanted. */
public enum CancelReason {
    SUPERSEDED {
        @Override
        MessageState outcome(Tries tries) {
            return new MessageState.Superseded(tries);
        }
    },
    WITHDRAWN {
        @Override
        MessageState outcome(Tries tries) {
            return new MessageState.Cancelled(tries);
        }
    };

    abstract MessageState outcome(Tries tries);

    /** How a message ends that was cancelled before anything was known of it. */
    public StateName outcome() {
        return outcome(Tries.NONE).name();
    }
}
