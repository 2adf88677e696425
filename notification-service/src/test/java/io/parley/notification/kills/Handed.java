package io.parley.notification.kills;

/**
 * A message that a server had whole and did not refuse, whether or not anybody heard its answer.
 *
 * @param key the Message-ID or idempotency key with which it came
 */
record Handed(String to, String key) {}
