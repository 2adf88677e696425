package io.parley.session.room.step;

import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.room.RoomDoor;
import io.parley.session.session.Sessions;
import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.content.WorkflowStep;

/** Does a step for the customer; what was put into it is kept with it, or neither is. */
@ApplicationScoped
class CompleteStep {

    private final RoomDoor door;
    private final Sessions sessions;
    private final InputCheck check;
    private final StepInputs inputs;

    CompleteStep(RoomDoor door, Sessions sessions, InputCheck check, StepInputs inputs) {
        this.door = door;
        this.sessions = sessions;
        this.check = check;
        this.inputs = inputs;
    }

    /**
     * Which step is done, and by what.
     *
     * @param input null for nothing
     * @param language of what is said about the input
     */
    record Doing(UUID workflow, String step, JsonNode input, Locale language) {}

    @WithTransaction
    Uni<Session> complete(String cookie, Doing doing) {
        return door.enterToChange(cookie).chain(side -> complete(side, doing)).chain(sessions::save);
    }

    private Uni<Session> complete(CustomerSide side, Doing doing) {
        var before = side.session();
        var after = side.completeStep(doing.workflow(), doing.step());
        return after.equals(before)
                ? Uni.createFrom().item(before)
                : check.accept(before, doing).call(() -> keep(after, doing)).replaceWith(after);
    }

    private Uni<?> keep(Session session, Doing doing) {
        if (doing.input() == null) {
            return Uni.createFrom().nullItem();
        }
        var at = session.content()
                .workflow(doing.workflow())
                .step(doing.step())
                .map(WorkflowStep::completedAt)
                .orElseThrow();
        return inputs.persist(new StepInputRow(
                session.id(), doing.workflow(), doing.step(), doing.input().toString(), at));
    }
}
