package io.parley.notification.smtp;

import java.util.List;

/** One answer of a relay. */
record Reply(int code, List<String> lines) {

    /** Says so and closes. */
    static final int GOING_AWAY = 421;

    @Override
    public String toString() {
        return "Reply[" + code + "]";
    }
}
