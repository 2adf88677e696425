package io.parley.session.room.step;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** What customers put into steps; kept whatever becomes of the workflow's clock and of the session. */
@ApplicationScoped
class StepInputs implements PanacheRepositoryBase<StepInputRow, StepInputRow.Key> {

    Uni<List<StepInputRow>> of(UUID session, UUID workflow) {
        return list("sessionId = ?1 and workflowId = ?2 order by at, step", session, workflow);
    }
}
