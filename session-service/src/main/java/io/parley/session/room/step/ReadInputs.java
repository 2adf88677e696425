package io.parley.session.room.step;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.session.Sessions;

/** Reads what was put into a workflow, for those who may see its session. */
@ApplicationScoped
class ReadInputs {

    private final Sessions sessions;
    private final StepInputs inputs;

    ReadInputs(Sessions sessions, StepInputs inputs) {
        this.sessions = sessions;
        this.inputs = inputs;
    }

    @WithSession
    Uni<List<StepInputRow>> read(UUID session, UUID workflow, Caller caller) {
        return sessions.get(session)
                .invoke(found -> caller.to(Action.SEE, found))
                .map(found -> found.content().workflow(workflow))
                .chain(found -> inputs.of(session, found.id()));
    }
}
