package io.parley.teamsettings.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of inheritance and borrowing, written down a second time as plainly as can be, for tests to compare with. */
final class NaiveOrganisation {

    static final class Team {
        String id;
        String name;
        Map<String, Object> own = new HashMap<>();
        String mode = "NONE";
        Map<String, Instant> lendsTo = new HashMap<>();
        Set<String> assets = new LinkedHashSet<>();
        Set<String> archived = new LinkedHashSet<>();
        /** By id, with the asset that it shows. */
        Map<String, String> workflows = new HashMap<>();
    }

    record Member(String subject, String main, List<String> secondary) {}

    final Map<String, Object> defaults = new TreeMap<>();
    final Map<String, Object> own = new HashMap<>();
    final Map<String, Team> teams = new TreeMap<>();
    final Map<String, Member> members = new TreeMap<>();

    boolean hasMembers(String team) {
        return members.values().stream()
                .anyMatch(member ->
                        member.main().equals(team) || member.secondary().contains(team));
    }

    /** The last segment of the refusal's type; empty when nothing speaks against it. */
    String refusal(String subject, String target, Instant now) {
        var member = members.get(subject);
        if (member == null) {
            return "unknown-member";
        }
        if (target == null || target.equals(member.main())) {
            return "";
        }
        if (!teams.containsKey(target)) {
            return "unknown-team";
        }
        if (!(boolean) settings(member.main()).get("borrowing.mayBorrow")) {
            return "borrowing-not-allowed";
        }
        return lends(teams.get(target), member.main(), now) ? "" : "lending-not-allowed";
    }

    boolean lends(Team lender, String borrower, Instant now) {
        if (lender.mode.equals("ALL")) {
            return true;
        }
        return lender.mode.equals("LIST")
                && lender.lendsTo.containsKey(borrower)
                && now.isBefore(lender.lendsTo.get(borrower));
    }

    List<String> enterable(String subject, Instant now) {
        var home = members.get(subject).main();
        var enterable = new ArrayList<>(List.of(home));
        if ((boolean) settings(home).get("borrowing.mayBorrow")) {
            teams.values().stream()
                    .filter(team -> !team.id.equals(home) && lends(team, home, now))
                    .sorted(Comparator.comparing(team -> team.name))
                    .forEach(team -> enterable.add(team.id));
        }
        return enterable;
    }

    Map<String, Object> settings(String team) {
        var all = new TreeMap<String, Object>();
        for (var key : defaults.keySet()) {
            all.put(key, value(teams.get(team), key));
        }
        return all;
    }

    private Object value(Team team, String key) {
        if (team.own.containsKey(key)) {
            return word(team.own.get(key));
        }
        if (own.containsKey(key)) {
            return word(own.get(key));
        }
        if (key.equals("brand.name")) {
            return team.name;
        }
        if (key.equals("brand.mailFromName")) {
            return value(team, "brand.name");
        }
        if (key.equals("channels.smsCountries")) {
            return List.of(value(team, "channels.region"));
        }
        return defaults.get(key);
    }

    private static Object word(Object value) {
        return "none".equals(value) ? null : value;
    }

    Set<String> workflows(String subject, String target) {
        var member = members.get(subject);
        var settingsTeam = target == null ? member.main() : target;
        var from = Stream.concat(
                Stream.of(settingsTeam),
                settingsTeam.equals(member.main()) ? member.secondary().stream() : Stream.empty());
        return from.flatMap(team -> teams.get(team).workflows.keySet().stream()).collect(Collectors.toSet());
    }

    Set<String> assets(String subject, String target) {
        var settingsTeam = teams.get(target == null ? members.get(subject).main() : target);
        var assets = new LinkedHashSet<>(settingsTeam.assets);
        assets.removeAll(settingsTeam.archived);
        var shown = workflows(subject, target);
        teams.values()
                .forEach(team -> team.workflows.forEach((workflow, asset) -> {
                    if (shown.contains(workflow)) {
                        assets.add(asset);
                    }
                }));
        return assets;
    }
}
