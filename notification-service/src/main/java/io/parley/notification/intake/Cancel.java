package io.parley.notification.intake;

import java.util.UUID;

import io.parley.notification.message.model.CancelReason;

/** A message is no longer wanted. */
record Cancel(UUID messageId, UUID sessionId, CancelReason reason) {}
