package io.parley.teamsettings.settings.revision;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.change.Moment;
import io.parley.teamsettings.rest.PageRequest;

/** Every state that the settings of organisation and teams have had. */
@ApplicationScoped
public class Revisions implements PanacheRepositoryBase<RevisionRow, RevisionRow.Key> {

    private final SettingsText text;

    Revisions(SettingsText text) {
        this.text = text;
    }

    public Uni<RevisionRow> get(UUID scope, long revision) {
        return findById(new RevisionRow.Key(scope, revision)).onItem().ifNull().failWith(Problem::notFound);
    }

    /** Zero where nothing was ever set. */
    public Uni<Long> newest(UUID scope) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select coalesce(max(revision), 0) from settings_revision where scope = ?1", Long.class)
                .setParameter(1, scope)
                .getSingleResult());
    }

    /** Newest first. */
    public Uni<List<RevisionRow>> page(UUID scope, PageRequest request) {
        return find("scope = ?1 and revision < ?2 order by revision desc", scope, request.beforeNumber())
                .page(0, request.limit() + 1)
                .list();
    }

    public Uni<RevisionRow> add(UUID scope, Map<String, Object> own, Moment moment, String reason, Long restores) {
        var row = new RevisionRow();
        row.scope = scope;
        row.revision = moment.revision();
        row.at = moment.at();
        row.author = moment.author();
        row.reason = reason;
        row.restores = restores;
        row.own = text.write(own);
        return persist(row);
    }
}
