package io.parley.notification.channel;

/** RUNNING: everything goes out. PAUSED: nothing. DRAINING: what came before the drain goes out, nothing after it. */
enum ChannelState {
    RUNNING,
    PAUSED,
    DRAINING
}
