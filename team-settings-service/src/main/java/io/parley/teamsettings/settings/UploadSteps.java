package io.parley.teamsettings.settings;

import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Knows whose workflows ask customers for documents, as they are published and in use. */
@ApplicationScoped
class UploadSteps {

    private static final String IN_USE = " from workflow w"
            + " join workflow_version v on v.workflow = w.id and v.version = w.published"
            + " where not w.archived and v.steps like '%\"UPLOAD\"%'";

    Uni<Boolean> of(UUID team) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*)" + IN_USE + " and w.teams && array[cast(?1 as uuid)]", Long.class)
                        .setParameter(1, team)
                        .getSingleResult())
                .map(workflows -> workflows > 0);
    }

    /** All teams that have such a workflow. */
    Uni<Set<UUID>> ofAll() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select distinct unnest(w.teams)" + IN_USE, UUID.class)
                        .getResultList())
                .map(Set::copyOf);
    }
}
