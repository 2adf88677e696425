package io.parley.teamsettings.asset;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.rest.PageRequest;

/** The assets of all teams' libraries. */
@ApplicationScoped
class Assets implements PanacheRepositoryBase<AssetRow, UUID> {

    Uni<AssetRow> get(UUID id) {
        return findById(id).onItem().ifNull().failWith(Problem::notFound);
    }

    Uni<AssetVersionRow> version(UUID id, int version) {
        return Panache.getSession()
                .chain(session -> session.find(AssetVersionRow.class, new AssetVersionRow.Key(id, version)))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    Uni<List<AssetVersionRow>> versions(UUID id) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from AssetVersionRow where asset = ?1 order by version desc", AssetVersionRow.class)
                .setParameter(1, id)
                .setMaxResults(1000)
                .getResultList());
    }

    Uni<Void> add(AssetVersionRow version) {
        return Panache.getSession().chain(session -> session.persist(version));
    }

    /** Of one team, or of all; archived ones or those in use. */
    Uni<List<AssetRow>> page(UUID team, boolean archived, PageRequest request) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                select * from asset where id > ?1 and archived = ?2
                                and (cast(?3 as uuid) = '00000000-0000-0000-0000-000000000000' or cast(?3 as uuid) = any(teams)) order by id""", AssetRow.class)
                .setParameter(1, request.afterId())
                .setParameter(2, archived)
                .setParameter(3, team == null ? new UUID(0, 0) : team)
                .setMaxResults(request.limit() + 1)
                .getResultList());
    }

    /** Those in whose published workflows a step shows it. */
    Uni<List<UUID>> teamsThatShow(UUID id) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                select distinct unnest(w.teams) from workflow w
                                join workflow_version v on v.workflow = w.id and v.version = w.published
                                where not w.archived and v.steps like ?1""", UUID.class)
                .setParameter(1, "%" + id + "%")
                .getResultList());
    }

    Uni<List<AssetRow>> all(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }
}
