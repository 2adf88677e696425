package io.parley.benchmarks.settings;

import java.util.List;
import java.util.Map;

import io.parley.local.service.Replica;
import io.parley.local.service.ServiceJar;

/** From the answer to a change until a second replica of session-service answers by it. */
final class ChangesReachAnotherReplica {

    private final Installed installed;

    ChangesReachAnotherReplica(Installed installed) {
        this.installed = installed;
    }

    void measure(int changes) {
        var admin = installed.as("ada");
        var agent = installed.as("alice");
        try (var second = Replica.start(
                ServiceJar.SESSION, installed.root(), installed.data(), installed.ports(), installed.beside())) {
            var asked = second.http() + "/api/session-settings";
            var settings = installed.settings() + "/api/teams/"
                    + agent.get(asked).at("/homeTeam/id").asText() + "/settings";
            run(changes / 5, admin, agent, settings, asked);
            System.out.println("a change seen by the second replica: " + run(changes, admin, agent, settings, asked));
            admin.patch(settings, smsTo("DE"));
        }
    }

    private static Percentiles run(int changes, Api admin, Api agent, String settings, String asked) {
        var took = new long[changes];
        for (int i = 0; i < changes; i++) {
            var country = i % 2 == 0 ? "AT" : "CH";
            admin.patch(settings, smsTo(country));
            var done = System.nanoTime();
            while (!country.equals(
                    agent.get(asked).at("/channels/smsCountries/1").asText())) {
                Thread.onSpinWait();
            }
            took[i] = System.nanoTime() - done;
        }
        return Percentiles.of(took);
    }

    private static Map<String, ?> smsTo(String country) {
        return Map.of("channels", Map.of("smsCountries", List.of("DE", country)));
    }
}
