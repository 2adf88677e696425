package io.parley.local.testing;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the parts' own chatter out of a test's output: warnings only. */
final class QuietLogs {

    /** Held, for a log manager may forget a logger that nobody holds, and its level with it. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("kafka"),
            Logger.getLogger("state.change.logger"),
            Logger.getLogger("io.zonky"),
            Logger.getLogger("com.icegreen"));

    /** Warns that a new broker is new. */
    private static final Logger FIRST_START = Logger.getLogger("org.apache.kafka.controller.QuorumController");

    private QuietLogs() {}

    static void apply() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
        FIRST_START.setLevel(Level.SEVERE);
    }
}
