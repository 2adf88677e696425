package io.parley.operate;

import java.time.Duration;
import java.time.Instant;

import picocli.CommandLine.Option;

import io.parley.operate.http.Failure;

/** Which time is looked at. */
final class Period {

    @Option(names = "--from", paramLabel = "TIME", description = "such as 2026-11-16T09:30:00Z. Default: the beginning")
    private Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "up to which, itself not included. Default: now")
    private Instant to;

    @Option(names = "--last", paramLabel = "DURATION", description = "instead of --from: so long before now, as P1D")
    private Duration last;

    @Option(
            names = "--settle",
            paramLabel = "DURATION",
            description = "instead of --to: leaves out what is younger than this, as PT1H")
    private Duration settle;

    Instant from() {
        check(from, "--from", last, "--last");
        return last == null ? from : Instant.now().minus(last);
    }

    Instant to() {
        check(to, "--to", settle, "--settle");
        return settle == null ? to : Instant.now().minus(settle);
    }

    /** As a heading has it. */
    String words() {
        var words = new StringBuilder();
        if (from() != null) {
            words.append(" from ").append(from());
        }
        if (to() != null) {
            words.append(" to ").append(to());
        }
        return words.toString();
    }

    private static void check(Object one, String name, Object other, String otherName) {
        if (one != null && other != null) {
            throw Failure.misused(name + " and " + otherName + " say the same thing; give one of them.");
        }
    }
}
