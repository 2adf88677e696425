package io.parley.notification.message.model;

/** What a gateway says later about a message that it took; it may say so late, twice or out of order. */
public enum Receipt {
    SENT {
        @Override
        MessageState state(Tries tries, String reason) {
            return new MessageState.Sent(tries);
        }
    },
    DELIVERED {
        @Override
        MessageState state(Tries tries, String reason) {
            return new MessageState.Delivered(tries);
        }
    },
    UNDELIVERED {
        @Override
        MessageState state(Tries tries, String reason) {
            return new MessageState.Undelivered(tries, reason);
        }
    };

    abstract MessageState state(Tries tries, String reason);
}
