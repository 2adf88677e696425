package io.parley.teamsettings.workflow;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.rest.PageRequest;

/** The workflows of all teams' libraries. */
@ApplicationScoped
class Workflows implements PanacheRepositoryBase<WorkflowRow, UUID> {

    Uni<WorkflowRow> get(UUID id) {
        return findById(id).onItem().ifNull().failWith(Problem::notFound);
    }

    Uni<WorkflowVersionRow> version(UUID id, int version) {
        return Panache.getSession()
                .chain(session -> session.find(WorkflowVersionRow.class, new WorkflowVersionRow.Key(id, version)))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    Uni<List<WorkflowVersionRow>> versions(UUID id) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from WorkflowVersionRow where workflow = ?1 order by version desc", WorkflowVersionRow.class)
                .setParameter(1, id)
                .setMaxResults(1000)
                .getResultList());
    }

    Uni<Void> add(WorkflowVersionRow version) {
        return Panache.getSession().chain(session -> session.persist(version));
    }

    /** Of one team, or of all; archived ones or those in use. */
    Uni<List<WorkflowRow>> page(UUID team, boolean archived, PageRequest request) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                select * from workflow where id > ?1 and archived = ?2
                                and (cast(?3 as uuid) = '00000000-0000-0000-0000-000000000000' or cast(?3 as uuid) = any(teams)) order by id""", WorkflowRow.class)
                .setParameter(1, request.afterId())
                .setParameter(2, archived)
                .setParameter(3, team == null ? new UUID(0, 0) : team)
                .setMaxResults(request.limit() + 1)
                .getResultList());
    }
}
