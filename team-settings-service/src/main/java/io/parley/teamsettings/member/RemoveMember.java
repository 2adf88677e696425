package io.parley.teamsettings.member;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.change.Change;
import io.parley.teamsettings.change.Changes;
import io.parley.teamsettings.change.Moment;
import io.parley.teamsettings.rest.Tag;

/** Takes somebody out of all teams; who is in none starts no session. */
@ApplicationScoped
class RemoveMember {

    private final Changes changes;
    private final Members members;

    RemoveMember(Changes changes, Members members) {
        this.changes = changes;
        this.members = members;
    }

    @WithTransaction
    Uni<Void> remove(String subject, String ifMatch) {
        return changes.next().chain(moment -> members.get(subject)
                .invoke(member -> new Tag(member.revision).allow(ifMatch))
                .chain(member -> remove(member, moment)));
    }

    private Uni<Void> remove(MemberRow member, Moment moment) {
        var told = PutMember.teamsOf(member).stream()
                .map(team -> Change.ofMember(team, member.subject, "removed"))
                .toList();
        return members.delete(member).chain(() -> changes.tell(moment, told));
    }
}
