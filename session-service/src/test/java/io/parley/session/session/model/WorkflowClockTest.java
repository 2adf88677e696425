package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.content.SessionWorkflow;
import io.parley.session.session.model.content.WorkflowState.Completed;
import io.parley.session.session.model.content.WorkflowState.Expired;
import io.parley.session.session.model.content.WorkflowState.Running;
import io.parley.session.session.model.content.WorkflowState.Stopped;
import io.parley.session.session.model.content.WorkflowState.Waiting;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.SessionEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A workflow's clock runs from when it is in the session and the customer is invited. */
class WorkflowClockTest {

    private static final Instant LAPSE = Given.START.plus(Given.CLOCK);

    @Test
    void aWorkflowThatIsAddedToAnInvitedSessionStartsAtOnce() {
        var session =
                AgentSide.of(Given.anInvitedSession(), Given.ALICE, Given.NOW).addWorkflow(another());

        assertThat(session.content().workflow(another().id()).state())
                .isEqualTo(new Running(Given.NOW.plus(Given.CLOCK)));
        assertThat(identification(session).state()).isEqualTo(new Running(LAPSE));
    }

    @Test
    void aWorkflowThatIsAddedToAPlannedSessionWaits() {
        var session =
                AgentSide.of(Given.aPlannedSession(), Given.ALICE, Given.NOW).addWorkflow(another());

        assertThat(session.content().workflow(another().id()).state()).isEqualTo(new Waiting());
    }

    @Test
    void itRunsUntilTheLastMomentAndExpiresThen() {
        var session = Given.anActiveSession();

        assertThat(identification(session.elapse(LAPSE.minusNanos(1))).state()).isEqualTo(new Running(LAPSE));
        assertThat(identification(session.elapse(LAPSE)).state()).isEqualTo(new Expired(LAPSE));
    }

    @Test
    void theEventOfALapseTellsWhichWorkflow() {
        var session = Given.anActiveSession().elapse(LAPSE);

        assertThat(session.journal().events())
                .extracting(SessionEvent::detail)
                .containsExactly(new Detail.OfWorkflow(identification(session), null));
    }

    @Test
    void aRestartRunsItFromItsFullLengthWithItsFinishedStepsKept() {
        var expired = CustomerSide.of(Given.anActiveSession(), Given.NOW)
                .completeStep(Given.IDENTIFICATION, "upload")
                .elapse(LAPSE);

        var session = AgentSide.of(expired, Given.ALICE, LAPSE.plusSeconds(60)).restartWorkflow(Given.IDENTIFICATION);

        assertThat(identification(session).state())
                .isEqualTo(new Running(LAPSE.plusSeconds(60).plus(Given.CLOCK)));
        assertThat(identification(session).steps())
                .isEqualTo(identification(expired).steps());
        assertThat(identification(session).nextStep().orElseThrow().id()).isEqualTo("sign");
    }

    @Test
    void aRestartThatComesAfterTheLapseTellsBoth() {
        var session = AgentSide.of(Given.anActiveSession(), Given.ALICE, LAPSE).restartWorkflow(Given.IDENTIFICATION);

        assertThat(Happened.events(session))
                .containsExactly(
                        "workflow.expired by workflow-clock, ACTIVE to ACTIVE",
                        "workflow.restarted by restart, ACTIVE to ACTIVE");
    }

    @Test
    void aRestartOfARunningOneBeginsAgain() {
        var session =
                AgentSide.of(Given.anInvitedSession(), Given.ALICE, Given.NOW).restartWorkflow(Given.IDENTIFICATION);

        assertThat(identification(session).state()).isEqualTo(new Running(Given.NOW.plus(Given.CLOCK)));
    }

    @Test
    void aCompletedOneIsNeitherRestartedNorRemoved() {
        var session = Given.with(Given.anActiveSession(), Given.identification().move(s -> new Completed(Given.JOIN)));

        assertThatThrownBy(() -> AgentSide.of(session, Given.ALICE, Given.NOW).restartWorkflow(Given.IDENTIFICATION))
                .hasMessage("WORKFLOW_COMPLETED");
        assertThatThrownBy(() -> AgentSide.of(session, Given.ALICE, Given.NOW).removeWorkflow(Given.IDENTIFICATION))
                .hasMessage("WORKFLOW_COMPLETED");
    }

    @Test
    void anUnknownOneIsNeitherRestartedNorRemovedNorDone() {
        var session = Given.anActiveSession();

        assertThatThrownBy(() -> AgentSide.of(session, Given.ALICE, Given.NOW).restartWorkflow(Given.id(7)))
                .hasMessage("WORKFLOW_UNKNOWN");
        assertThatThrownBy(() -> AgentSide.of(session, Given.ALICE, Given.NOW).removeWorkflow(Given.id(7)))
                .hasMessage("WORKFLOW_UNKNOWN");
        assertThatThrownBy(() -> CustomerSide.of(session, Given.NOW).completeStep(Given.id(7), "upload"))
                .hasMessage("WORKFLOW_UNKNOWN");
    }

    @Test
    void theStateRefusesBeforeTheWorkflowIsLookedFor() {
        var ended = Given.anEndedSession();

        assertThatThrownBy(() -> AgentSide.of(ended, Given.ALICE, Given.NOW).restartWorkflow(Given.id(7)))
                .hasMessage("SESSION_ENDED");
        assertThatThrownBy(() -> AgentSide.of(ended, Given.ALICE, Given.NOW).removeWorkflow(Given.id(7)))
                .hasMessage("SESSION_ENDED");
        assertThatThrownBy(() -> AgentSide.of(ended, Given.ALICE, Given.NOW).removeAsset(Given.id(7)))
                .hasMessage("SESSION_ENDED");
    }

    @Test
    void aRemovedOneIsGoneAndToldAsItStopped() {
        var session =
                AgentSide.of(Given.anActiveSession(), Given.ALICE, Given.NOW).removeWorkflow(Given.IDENTIFICATION);

        var left = Duration.between(Given.NOW, LAPSE);
        assertThat(session.content().workflows()).isEmpty();
        assertThat(session.journal().events().get(0).detail())
                .isEqualTo(new Detail.OfWorkflow(
                        identification(Given.anActiveSession()).move(s -> new Stopped(left)), null));
        assertThat(session.nextDue()).isEqualTo(session.expiresAt());
    }

    @Test
    void aRemovedOneThatHasLapsedIsToldAsExpired() {
        var session = AgentSide.of(Given.anActiveSession(), Given.ALICE, LAPSE).removeWorkflow(Given.IDENTIFICATION);

        assertThat(Happened.types(session)).containsExactly("workflow.expired", "workflow.stopped");
        assertThat(((Detail.OfWorkflow) session.journal().events().get(1).detail())
                        .workflow()
                        .state())
                .isEqualTo(new Expired(LAPSE));
    }

    @Test
    void manyEndsAndRenewalsUseUpOneLengthAltogether() {
        var session = Given.anActiveSession();
        var now = Given.START;
        for (int i = 0; i < 3; i++) {
            session = session.end(Given.ALICE, now.plus(Duration.ofMinutes(15)));
            now = now.plus(Duration.ofDays(1));
            session = session.renew(false, Given.link(2), Given.ALICE, now);
        }

        assertThat(identification(session).state()).isEqualTo(new Running(now.plus(Duration.ofMinutes(15))));
    }

    private static SessionWorkflow identification(Session session) {
        return session.content().workflow(Given.IDENTIFICATION);
    }

    private static SessionWorkflow another() {
        return Given.aWorkflow(Given.id(203), Lifetime.of(Given.CLOCK));
    }
}
