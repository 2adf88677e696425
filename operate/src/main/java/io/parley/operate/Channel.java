package io.parley.operate;

/** A way by which messages leave. */
enum Channel {
    EMAIL,
    SMS
}
