package io.parley.notification.sending;

import io.parley.notification.message.model.Handover;

/**
 * A message that is no longer in hand.
 *
 * @param handover how it ended; null if it was not even tried
 * @param traceparent of the attempt
 */
record Finished(InHand message, Handover handover, String traceparent) {

    static Finished untried(InHand message) {
        return new Finished(message, null, message.due().entry().traceparent());
    }
}
