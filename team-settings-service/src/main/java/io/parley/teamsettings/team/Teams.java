package io.parley.teamsettings.team;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.problem.ProblemType;
import io.parley.teamsettings.rest.PageRequest;

/** All teams. */
@ApplicationScoped
public class Teams implements PanacheRepositoryBase<TeamRow, UUID> {

    private static final String MEMBERSHIPS = """
            select main_team as team from member where subject = ?1
            union select team from member_secondary_team where subject = ?1""";

    public Uni<TeamRow> get(UUID id) {
        return findById(id).onItem().ifNull().failWith(Problem::notFound);
    }

    /** Refuses a list of ids of which one leads to no team. */
    public Uni<List<TeamRow>> getAll(Collection<UUID> ids) {
        return list("id in ?1", ids).invoke(found -> requireAll(ids, found));
    }

    Uni<List<TeamRow>> page(PageRequest request) {
        return find("lower(name) > lower(?1) order by lower(name)", request.after())
                .page(0, request.limit() + 1)
                .list();
    }

    Uni<List<TeamRow>> pageOf(String member, PageRequest request) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select * from team where id in (" + MEMBERSHIPS
                                + ") and lower(name) > lower(?2) order by lower(name)",
                        TeamRow.class)
                .setParameter(1, member)
                .setParameter(2, request.after())
                .setMaxResults(request.limit() + 1)
                .getResultList());
    }

    /** Refuses whoever is not a member, main or secondary, as if the team did not exist. */
    Uni<Void> requireMember(UUID team, String subject) {
        return number("select count(*) from (" + MEMBERSHIPS + ") as own where team = ?2", subject, team)
                .invoke(Teams::requireOne)
                .replaceWithVoid();
    }

    Uni<Long> countMembers(UUID team) {
        return number("""
                select (select count(*) from member where main_team = ?1)
                     + (select count(*) from member_secondary_team where team = ?1)""", team);
    }

    /** Refuses a name that another team than this one has. */
    Uni<Void> requireFree(String name, UUID team) {
        return number("select count(*) from team where lower(name) = lower(?1) and id <> ?2", name, team)
                .invoke(others -> requireNone(name, others))
                .replaceWithVoid();
    }

    private static Uni<Long> number(String sql, Object... parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql, Long.class);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.getSingleResult();
        });
    }

    private static void requireNone(String name, long others) {
        if (others > 0) {
            throw new Problem(ProblemType.TEAM_NAME_TAKEN, "There is a team named " + name);
        }
    }

    private static void requireOne(long count) {
        if (count == 0) {
            throw Problem.notFound();
        }
    }

    private static void requireAll(Collection<UUID> ids, List<TeamRow> found) {
        var known = found.stream().map(TeamRow::id).toList();
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new Problem(ProblemType.UNKNOWN_TEAM, "There is no team " + id);
        });
    }
}
