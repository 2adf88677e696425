package io.parley.teamsettings.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.change.Change;
import io.parley.teamsettings.change.Changes;
import io.parley.teamsettings.change.Moment;
import io.parley.teamsettings.member.ImportReport.Line;
import io.parley.teamsettings.member.ImportReport.Outcome;
import io.parley.teamsettings.member.MemberColumns.LineRefused;
import io.parley.teamsettings.member.MemberColumns.Parsed;
import io.parley.teamsettings.member.model.CsvRecord;
import io.parley.teamsettings.team.TeamRow;
import io.parley.teamsettings.team.Teams;

/** Takes in many members at once: all lines that are right, in one change; and says of each what became of it. */
@ApplicationScoped
class ImportMembers {

    private final Changes changes;
    private final Members members;
    private final Teams teams;
    private final MemberColumns columns;

    ImportMembers(Changes changes, Members members, Teams teams, MemberColumns columns) {
        this.changes = changes;
        this.members = members;
        this.teams = teams;
        this.columns = columns;
    }

    @WithTransaction
    Uni<ImportReport> take(List<CsvRecord> records, boolean dryRun) {
        return changes.next().chain(moment -> teams.listAll()
                .map(ImportMembers::byName)
                .map(names -> parse(records, names))
                .chain(batch ->
                        members.bySubject(batch.wanted().keySet()).chain(known -> take(batch, known, moment, dryRun))));
    }

    /** What is wanted by subject, and what became of each line so far. */
    private record Batch(Map<String, Parsed> wanted, Map<String, Integer> lines, List<Line> report) {}

    private Batch parse(List<CsvRecord> records, Map<String, UUID> names) {
        var batch = new Batch(new LinkedHashMap<>(), new HashMap<>(), new ArrayList<>());
        for (var line : records) {
            try {
                var parsed = columns.parse(line, names);
                if (batch.wanted().putIfAbsent(parsed.subject(), parsed) != null) {
                    throw new LineRefused(
                            "the subject is in line " + batch.lines().get(parsed.subject()) + " already");
                }
                batch.lines().put(parsed.subject(), line.line());
            } catch (LineRefused e) {
                batch.report().add(new Line(line.line(), line.cells().get(0), Outcome.REFUSED, e.getMessage()));
            }
        }
        return batch;
    }

    private Uni<ImportReport> take(Batch batch, Map<String, MemberRow> known, Moment moment, boolean dryRun) {
        var told = new ArrayList<Change>();
        var written = new ArrayList<MemberRow>();
        batch.wanted().forEach((subject, parsed) -> {
            var member = known.get(subject);
            var outcome = outcome(member, parsed.body());
            batch.report().add(new Line(batch.lines().get(subject), subject, outcome, null));
            if (outcome != Outcome.UNCHANGED && !dryRun) {
                written.add(write(member, parsed, moment, told));
            }
        });
        batch.report().sort(Comparator.comparingInt(Line::line));
        return (written.isEmpty() ? Uni.createFrom().voidItem() : members.persist(written))
                .chain(() -> changes.tell(moment, told))
                .replaceWith(() -> ImportReport.of(batch.report()));
    }

    private static MemberRow write(MemberRow known, Parsed parsed, Moment moment, Collection<Change> told) {
        var member = known == null ? new MemberRow() : known;
        Set<UUID> touched = known == null ? new LinkedHashSet<>() : PutMember.teamsOf(known);
        PutMember.write(member, parsed.subject(), parsed.body(), moment);
        touched.addAll(PutMember.teamsOf(member));
        touched.forEach(team -> told.add(Change.ofMember(team, parsed.subject(), "imported")));
        return member;
    }

    private static Outcome outcome(MemberRow known, MemberBody wanted) {
        if (known == null) {
            return Outcome.CREATED;
        }
        var isSame = known.name.equals(wanted.name())
                && known.email.equals(wanted.email())
                && known.mainTeam.equals(wanted.mainTeam())
                && new HashSet<>(known.secondaryTeams).equals(new HashSet<>(wanted.others()));
        return isSame ? Outcome.UNCHANGED : Outcome.UPDATED;
    }

    private static Map<String, UUID> byName(List<TeamRow> teams) {
        var byName = new HashMap<String, UUID>();
        for (var team : teams) {
            byName.put(team.name().toLowerCase(Locale.ROOT), team.id());
            byName.put(team.id().toString(), team.id());
        }
        return byName;
    }
}
