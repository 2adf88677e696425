package io.parley.benchmarks.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a resolution takes over HTTP, one after the other, as the organisation grows from 10 teams to 10,000. */
final class CostByNumberOfTeams {

    private static final int SUBJECTS = 200;

    private final Installed installed;
    private final Api admin;
    private final Api machine;
    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private int teams;

    CostByNumberOfTeams(Installed installed) {
        this.installed = installed;
        this.admin = installed.as("ada");
        this.machine = installed.asMachine();
    }

    /** @param requests how many to measure, after as many to warm up */
    void measure(int requests) {
        var subjects = new ArrayList<String>();
        for (int wanted : List.of(10, 100, 1_000, 10_000)) {
            grow(wanted, subjects);
            ask(subjects, requests);
            System.out.println(wanted + " teams, from memory: " + ask(subjects, requests));
            System.out.println(wanted + " teams, after a change of everybody: " + askAnew(subjects));
        }
    }

    /** Every tenth team has a value of its own. */
    private void grow(int wanted, List<String> subjects) {
        for (; teams < wanted; teams++) {
            var team = admin.post(url("/api/teams"), Map.of("name", "Benchmark " + run + " " + teams))
                    .get("id")
                    .asText();
            if (subjects.size() < SUBJECTS) {
                subjects.add(member(team));
            }
            if (teams % 10 == 0) {
                admin.patch(url("/api/teams/" + team + "/settings"), Map.of("link", Map.of("lifetime", "P3D")));
            }
        }
        while (subjects.size() < SUBJECTS) {
            subjects.add(member(home(subjects.get(0))));
        }
    }

    private String member(String team) {
        var subject = "benchmark-" + run + "-" + teams + "-" + System.nanoTime();
        admin.put(
                url("/api/members/" + subject),
                Map.of("name", "Bench Mark", "email", "bench@parley.example", "mainTeam", team));
        return subject;
    }

    private String home(String subject) {
        return admin.get(url("/api/members/" + subject)).at("/mainTeam/id").asText();
    }

    private Percentiles ask(List<String> subjects, int times) {
        var took = new long[times];
        for (int i = 0; i < times; i++) {
            took[i] = ask(subjects.get(i % subjects.size()));
        }
        return Percentiles.of(took);
    }

    /** Each answer from the database, for what was in memory is out of date. */
    private Percentiles askAnew(List<String> subjects) {
        admin.patch(url("/api/settings"), Map.of("customer", Map.of("authentication", Map.of("locks", 3 + teams % 7))));
        return ask(subjects, subjects.size());
    }

    private long ask(String subject) {
        var asked = System.nanoTime();
        machine.post(url("/api/resolutions"), Map.of("subject", subject));
        return System.nanoTime() - asked;
    }

    private String url(String path) {
        return installed.settings() + path;
    }
}
