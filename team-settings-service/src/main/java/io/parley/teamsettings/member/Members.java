package io.parley.teamsettings.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
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

    /** Those that there are, many at a time: a question can have only so many parameters. */
    Uni<Map<String, MemberRow>> bySubject(Collection<String> subjects) {
        return Multi.createFrom()
                .iterable(List.copyOf(subjects))
                .group()
                .intoLists()
                .of(1_000)
                .onItem()
                .transformToUniAndConcatenate(some -> list("subject in ?1", some))
                .onItem()
                .transformToIterable(rows -> rows)
                .collect()
                .asMap(row -> row.subject);
    }

    Uni<Long> countIn(String subject, UUID mainTeam) {
        return count("subject = ?1 and mainTeam = ?2", subject, mainTeam);
    }
}
