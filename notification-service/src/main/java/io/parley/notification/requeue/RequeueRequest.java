package io.parley.notification.requeue;

import java.util.UUID;

import io.parley.notification.message.model.Channel;

/**
 * Which messages are to be tried at once instead of when their wait is over; all that wait, where nothing is said.
 *
 * @param gateway the one that had the message last
 * @param deadLetters whether to try the dead letters again, too
 */
record RequeueRequest(UUID session, Channel channel, UUID team, String gateway, Boolean deadLetters) {}
