package io.parley.teamsettings.member;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import io.parley.teamsettings.member.model.CsvRecord;
import io.parley.teamsettings.team.TeamReference;

/** Members as lines of CSV: subject, name, email, main team and secondary teams, teams by name or id. */
@ApplicationScoped
class MemberColumns {

    static final List<String> NAMES = List.of("subject", "name", "email", "mainTeam", "secondaryTeams");

    private final Validator validator;

    MemberColumns(Validator validator) {
        this.validator = validator;
    }

    /** A line that can be taken in. */
    record Parsed(String subject, MemberBody body) {}

    /** A line that cannot; the message says why. */
    static final class LineRefused extends RuntimeException {

        LineRefused(String why) {
            super(why, null, false, false);
        }
    }

    Parsed parse(CsvRecord line, Map<String, UUID> teams) {
        var cells = line.cells();
        if (cells.size() < 4 || cells.size() > NAMES.size()) {
            throw new LineRefused("must have the columns " + String.join(", ", NAMES));
        }
        var subject = cells.get(0).strip();
        if (!subject.matches(MemberResource.SUBJECT)) {
            throw new LineRefused("subject must be 1 to 255 printable ASCII characters");
        }
        var body = new MemberBody(
                cells.get(1).strip(), cells.get(2).strip(), team(cells.get(3), teams), secondary(cells, teams));
        var violations = validator.validate(body).stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        if (!violations.isEmpty()) {
            throw new LineRefused(violations);
        }
        return new Parsed(subject, body);
    }

    static List<String> cells(MemberRow row, Map<UUID, TeamReference> teams) {
        var secondary =
                row.secondaryTeams.stream().map(team -> nameOf(team, teams)).collect(Collectors.joining(";"));
        return List.of(row.subject, row.name, row.email, nameOf(row.mainTeam, teams), secondary);
    }

    /** By its id where the name has the character that separates names. */
    private static String nameOf(UUID team, Map<UUID, TeamReference> teams) {
        var name = teams.get(team).name();
        return name.contains(";") ? team.toString() : name;
    }

    private static List<UUID> secondary(List<String> cells, Map<String, UUID> teams) {
        return cells.size() < NAMES.size() || cells.get(4).isBlank()
                ? List.of()
                : Arrays.stream(cells.get(4).split(";"))
                        .map(name -> team(name, teams))
                        .toList();
    }

    private static UUID team(String name, Map<String, UUID> teams) {
        var team = teams.get(name.strip().toLowerCase(Locale.ROOT));
        if (team == null) {
            throw new LineRefused("there is no team " + name.strip());
        }
        return team;
    }
}
