package io.parley.story.installation;

import java.util.EnumSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import io.parley.local.CannotStart;
import io.parley.local.port.Port;
import io.parley.local.port.Ports;

/** Ports that nobody listens on, so that stories run beside other installations and other builds. */
public final class FreePorts {

    private static final int TRIES = 200;

    private FreePorts() {}

    /** Below the ports that outgoing connections use. */
    public static Ports find() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(2_500, 22_000))
                .limit(TRIES)
                .mapToObj(Ports::new)
                .filter(FreePorts::areFree)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no free ports on this machine"));
    }

    private static boolean areFree(Ports ports) {
        try {
            ports.checkFree(EnumSet.allOf(Port.class));
            return true;
        } catch (CannotStart taken) {
            return false;
        }
    }
}
