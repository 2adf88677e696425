package io.parley.benchmarks.clocks;

import java.util.HashMap;

/** What can be measured, by name. */
public final class Clocks {

    private Clocks() {}

    public static void main(String... arguments) throws Exception {
        var options = new HashMap<String, String>();
        var what = "";
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--")) {
                options.put(arguments[i], arguments[++i]);
            } else {
                what = arguments[i];
            }
        }
        var installed = Installed.of(options);
        try (var sessions = new OpenSessions(installed);
                var reference = new NoOpTasks(installed)) {
            switch (what) {
                case "expiries" -> new Expiries(sessions, reference).measure();
                case "lateness" -> new Punctuality(installed, sessions).measure();
                case "instant" -> new OneInstant(sessions, reference, new Starts(installed)).measure();
                default -> throw new IllegalArgumentException("expiries, lateness or instant; not: " + what);
            }
        }
        System.exit(0);
    }
}
