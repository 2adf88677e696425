package io.parley.operate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import io.parley.operate.http.Answer;
import io.parley.operate.http.Failure;
import io.parley.operate.http.Json;
import io.parley.operate.http.Server;
import io.parley.operate.show.Screen;
import io.parley.operate.show.Table;

/** Finds what contradicts itself in settings, of all teams or of one. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        header = "Finds settings that contradict each other.",
        description =
                "Those of the organisation and of every team, or of one. Ends with 1 if something is found with which nothing"
                        + " can work (REFUSED). Role admin.")
final class LintSettings implements Callable<Integer> {

    @ParentCommand
    private Settings settings;

    @Option(names = "--team", paramLabel = "ID", description = "the settings of this team only")
    private UUID team;

    @Option(names = "--organisation", description = "the organisation's settings only")
    private boolean organisation;

    @Option(names = "--strict", description = "warnings, too, end with 1")
    private boolean strict;

    @Override
    public Integer call() {
        if (team != null && organisation) {
            throw Failure.misused("--team and --organisation are two; give one of them.");
        }
        if (team == null && !organisation) {
            return all();
        }
        var answer = lint(team == null ? "/api/settings/lint" : "/api/teams/" + team + "/lint");
        if (screen().isForPrograms()) {
            screen().show(answer);
        } else {
            say(Map.of(team == null ? "organisation" : team.toString(), answer.json()));
        }
        return exitCode(answer.json());
    }

    private int all() {
        if (screen().isForPrograms()) {
            throw Failure.misused("No one answer holds all settings: with json give --organisation, or --team.");
        }
        var found = new LinkedHashMap<String, Json>();
        found.put("organisation", lint("/api/settings/lint").json());
        teams().forEach((id, name) ->
                found.put("team " + name, lint("/api/teams/" + id + "/lint").json()));
        say(found);
        return found.values().stream().mapToInt(this::exitCode).max().orElse(0);
    }

    private Map<String, String> teams() {
        var teams = new LinkedHashMap<String, String>();
        String cursor = null;
        do {
            var query = new LinkedHashMap<String, Object>();
            query.put("limit", 100);
            query.put("cursor", cursor);
            var page = settings.operate()
                    .calls()
                    .get(Server.TEAM_SETTINGS, "/api/teams", query)
                    .json();
            page.at("items")
                    .items()
                    .forEach(team ->
                            teams.put(team.at("id").text(), team.at("name").text()));
            cursor = page.at("nextCursor").isEmpty()
                    ? null
                    : page.at("nextCursor").text();
        } while (cursor != null);
        return teams;
    }

    private Answer lint(String path) {
        return settings.operate().calls().get(Server.TEAM_SETTINGS, path, Map.of());
    }

    private void say(Map<String, Json> found) {
        var table = new Table("severity", "of", "name", "keys", "explanation");
        found.forEach((scope, lint) -> lint.at("items")
                .items()
                .forEach(finding -> table.row(
                        finding.at("severity").text(),
                        scope,
                        finding.at("name").text(),
                        finding.at("keys").items().stream().map(Json::text).collect(Collectors.joining(", ")),
                        finding.at("explanation").text())));
        var clean = found.values().stream()
                .allMatch(lint -> lint.at("items").items().isEmpty());
        screen().say(clean ? "Nothing contradicts itself in " + found.size() + " settings." : table.text());
    }

    private int exitCode(Json lint) {
        return lint.at("items").items().stream()
                        .anyMatch(finding ->
                                strict || finding.at("severity").text().equals("REFUSED"))
                ? Failure.REFUSED
                : 0;
    }

    private Screen screen() {
        return settings.operate().screen();
    }
}
