package io.parley.teamsettings.member;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.problem.Problem;
import io.parley.teamsettings.problem.ProblemType;
import io.parley.teamsettings.rest.PageRequest;

/** All members, by the subject of their tokens. */
@ApplicationScoped
class Members implements PanacheRepositoryBase<MemberRow, String> {

    Uni<MemberRow> get(String subject) {
        return findById(subject).onItem().ifNull().failWith(() -> new Problem(ProblemType.UNKNOWN_MEMBER, null));
    }

    Uni<List<MemberRow>> page(PageRequest request) {
        return find("subject > ?1 order by subject", request.after())
                .page(0, request.limit() + 1)
                .list();
    }

    /** Those whose main team it is, and those who have it as a secondary one. */
    Uni<List<MemberRow>> pageOf(UUID team, PageRequest request) {
        return find(
                        "subject > ?1 and (mainTeam = ?2 or ?2 member of secondaryTeams) order by subject",
                        request.after(),
                        team)
                .page(0, request.limit() + 1)
                .list();
    }

    Uni<Long> countIn(String subject, UUID mainTeam) {
        return count("subject = ?1 and mainTeam = ?2", subject, mainTeam);
    }
}
