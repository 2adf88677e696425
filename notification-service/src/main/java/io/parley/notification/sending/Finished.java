package io.parley.notification.sending;

import io.parley.notification.message.model.Handover;

/**
 * A message that is no longer in hand.
 *
 * @param handover how it ended; null if it was not even tried
 */
record Finished(InHand message, Handover handover) {}
