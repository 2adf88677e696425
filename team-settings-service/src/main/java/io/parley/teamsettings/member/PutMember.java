package io.parley.teamsettings.member;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.change.Change;
import io.parley.teamsettings.change.Changes;
import io.parley.teamsettings.change.Moment;
import io.parley.teamsettings.rest.Tag;
import io.parley.teamsettings.team.Teams;

/** Makes somebody a member, or moves a member; sessions that are open keep their home team. */
@ApplicationScoped
class PutMember {

    private final Changes changes;
    private final Members members;
    private final Teams teams;

    PutMember(Changes changes, Members members, Teams teams) {
        this.changes = changes;
        this.members = members;
        this.teams = teams;
    }

    /** What is there afterwards, and whether it is new. */
    record Put(MemberRow member, boolean isNew) {}

    @WithTransaction
    Uni<Put> put(String subject, MemberBody body, String ifMatch) {
        return changes.next().call(moment -> teams.getAll(teamsOf(body))).chain(moment -> members.findById(subject)
                .chain(known -> put(subject, known, body, ifMatch, moment)));
    }

    private Uni<Put> put(String subject, MemberRow known, MemberBody body, String ifMatch, Moment moment) {
        if (known != null) {
            new Tag(known.revision).require(ifMatch);
        }
        var member = known == null ? new MemberRow() : known;
        var touched = known == null ? new LinkedHashSet<UUID>() : teamsOf(known);
        write(member, subject, body, moment);
        touched.addAll(teamsOf(member));
        return members.persist(member)
                .call(() -> changes.tell(moment, told(touched, subject)))
                .map(row -> new Put(row, known == null));
    }

    static void write(MemberRow member, String subject, MemberBody body, Moment moment) {
        member.subject = subject;
        member.name = body.name();
        member.email = body.email();
        member.mainTeam = body.mainTeam();
        if (!member.secondaryTeams.equals(body.others())) {
            member.secondaryTeams = new ArrayList<>(body.others());
        }
        member.revision = moment.revision();
    }

    private static List<Change> told(Set<UUID> teams, String subject) {
        return teams.stream().map(team -> Change.ofMember(team, subject, "put")).toList();
    }

    private static Set<UUID> teamsOf(MemberBody body) {
        var teams = new LinkedHashSet<>(body.others());
        teams.add(body.mainTeam());
        return teams;
    }

    static Set<UUID> teamsOf(MemberRow member) {
        var teams = new LinkedHashSet<UUID>();
        teams.add(member.mainTeam);
        teams.addAll(member.secondaryTeams);
        return teams;
    }
}
