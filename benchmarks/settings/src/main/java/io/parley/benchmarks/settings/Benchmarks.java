package io.parley.benchmarks.settings;

import java.util.HashMap;
import java.util.Map;

/** What can be measured, by name. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String... arguments) {
        var options = new HashMap<String, String>();
        var what = "";
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--")) {
                options.put(arguments[i], arguments[++i]);
            } else {
                what = arguments[i];
            }
        }
        measure(what, options);
        System.exit(0);
    }

    private static void measure(String what, Map<String, String> options) {
        var installed = Installed.of(options);
        switch (what) {
            case "changes" ->
                new ChangesReachAnotherReplica(installed)
                        .measure(Integer.parseInt(options.getOrDefault("--changes", "500")));
            case "teams" ->
                new CostByNumberOfTeams(installed)
                        .measure(Integer.parseInt(options.getOrDefault("--requests", "20000")));
            case "vertx" -> new AgainstBareVertx(installed).measure();
            default -> throw new IllegalArgumentException("changes, teams or vertx; not: " + what);
        }
    }
}
