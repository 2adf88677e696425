package io.parley.session.session.model;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.content.ChatMessage;
import io.parley.session.session.model.content.Document.Uploader;
import io.parley.session.session.model.content.Side;
import io.parley.session.session.model.content.WorkflowState.Completed;
import io.parley.session.session.model.journal.Detail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A customer who is in the room does the steps of the workflows, in their order. */
class RoomTest {

    private static final Settings FULL = Settings.usual().accessAfterEnd(AccessMode.FULL, Lifetime.of(Settings.ACCESS));
    private static final Settings VIEW = Settings.usual().accessAfterEnd(AccessMode.VIEW, Lifetime.of(Settings.ACCESS));

    @Test
    void aStepIsDoneOnceAndTold() {
        var session = upload(Given.anActiveSession(), Given.NOW);

        var workflow = session.content().workflow(Given.IDENTIFICATION);
        assertThat(workflow.step("upload").orElseThrow().completedAt()).isEqualTo(Given.NOW);
        assertThat(workflow.nextStep().orElseThrow().id()).isEqualTo("sign");
        assertThat(session.journal().events().get(0).detail()).isEqualTo(new Detail.OfWorkflow(workflow, "upload"));
        assertThat(session.journal().events().get(0).actor()).isEqualTo(Actor.CUSTOMER);
    }

    @Test
    void doingAStepAgainIsDoneAlready() {
        var session = upload(Given.anActiveSession(), Given.NOW);

        assertThat(upload(session, Given.NOW)).isEqualTo(session);
    }

    @Test
    void theLastStepCompletesTheWorkflowAndTellsTheOwner() {
        var session = sign(Given.asRead(upload(Given.anActiveSession(), Given.NOW)), Given.NOW);

        assertThat(session.content().workflow(Given.IDENTIFICATION).state()).isEqualTo(new Completed(Given.NOW));
        assertThat(Happened.events(session))
                .containsExactly(
                        "workflow.step-completed by step, ACTIVE to ACTIVE",
                        "workflow.completed by step, ACTIVE to ACTIVE");
        assertThat(Happened.messages(session)).containsExactly("tell alice WORKFLOW_COMPLETED (Identification)");
    }

    @Test
    void theOwnerOfTheMomentIsTold() {
        var session = Given.anActiveSession().transfer(Given.bob(), Given.SAM, Given.NOW);

        var completed = sign(Given.asRead(upload(session, Given.NOW)), Given.NOW);

        assertThat(Happened.messages(completed)).containsExactly("tell bob WORKFLOW_COMPLETED (Identification)");
    }

    @Test
    void aCompletedWorkflowNeverLapses() {
        var session = sign(upload(Given.anActiveSession(), Given.NOW), Given.NOW);

        assertThat(session.nextDue()).isEqualTo(session.expiresAt());
    }

    @Test
    void aStepWhoseTurnItIsNotIsRefused() {
        assertThatThrownBy(() -> sign(Given.anActiveSession(), Given.NOW)).hasMessage("STEP_NOT_NEXT");
    }

    @Test
    void aStepThatTheWorkflowDoesNotHaveIsRefused() {
        assertThatThrownBy(() ->
                        CustomerSide.of(Given.anActiveSession(), Given.NOW).completeStep(Given.IDENTIFICATION, "dance"))
                .hasMessage("STEP_UNKNOWN");
    }

    @Test
    void theStepsOfAnExpiredWorkflowAreClosedUntilItIsRestarted() {
        var lapse = Given.START.plus(Given.CLOCK);
        var session = Given.anActiveSession();

        assertThatThrownBy(() -> upload(session, lapse)).hasMessage("WORKFLOW_CLOSED");
        assertThat(upload(AgentSide.of(session, Given.ALICE, lapse).restartWorkflow(Given.IDENTIFICATION), lapse)
                        .content()
                        .workflow(Given.IDENTIFICATION)
                        .nextStep()
                        .orElseThrow()
                        .id())
                .isEqualTo("sign");
    }

    @Test
    void withFullAccessTheCustomerMayGoOnAfterTheEndUntilItsTimeIsOver() {
        var session = Given.anEndedSession(FULL);
        var last = Given.END.plus(Settings.ACCESS);

        assertThat(Happened.types(upload(session, last.minusMillis(1)))).containsExactly("workflow.step-completed");
        assertThatThrownBy(() -> upload(session, last)).hasMessage("ACCESS_ENDED");
    }

    @Test
    void aWorkflowCompletedAfterTheEndStaysCompletedWhenRenewed() {
        var session = sign(upload(Given.anEndedSession(FULL), Given.NOW), Given.NOW);

        var renewed = session.renew(false, Given.link(2), Given.ALICE, Given.NOW);

        assertThat(session.state().name()).isEqualTo(StateName.ENDED);
        assertThat(renewed.content().workflow(Given.IDENTIFICATION).state()).isEqualTo(new Completed(Given.NOW));
    }

    @Test
    void aStoppedClockDoesNotRunOutWhileTheCustomerGoesOnAfterTheEnd() {
        var session = Given.anEndedSession(FULL);

        var afterTheClock = Given.END.plus(Given.CLOCK).plus(Given.CLOCK);

        assertThat(Happened.types(upload(session, afterTheClock))).containsExactly("workflow.step-completed");
    }

    @Test
    void withViewTheCustomerCompletesNothing() {
        assertThatThrownBy(() -> upload(Given.anEndedSession(VIEW), Given.NOW)).hasMessage("ACCESS_ENDED");
    }

    @Test
    void filesAreTakenWhileTheCustomerMayGoOnAndTheSettingsAllowThem() {
        var file = Given.aDocument(Uploader.CUSTOMER);

        var taken = CustomerSide.of(Given.anEndedSession(FULL), Given.NOW).addDocument(file);
        var viewing = CustomerSide.of(Given.anEndedSession(VIEW), Given.NOW);
        var without = CustomerSide.of(Given.anActiveSession(Settings.usual().withoutAttachments()), Given.NOW);

        assertThat(Happened.events(taken)).containsExactly("document.added by change, ENDED to ENDED");
        assertThatThrownBy(() -> viewing.addDocument(file)).hasMessage("ACCESS_ENDED");
        assertThatThrownBy(() -> without.addDocument(file)).hasMessage("ATTACHMENTS_OFF");
    }

    @Test
    void bothWriteAsLongAsTheCustomerMayGoOnAndTheSettingsHaveAChat() {
        var over = Given.anEndedSession(FULL);
        var viewing = Given.anEndedSession(VIEW);
        var without = Given.anActiveSession(Settings.usual().withoutChat());

        var asked = Given.asRead(CustomerSide.of(over, Given.NOW).addMessage(Given.id(301)));
        var answered = AgentSide.of(asked, Given.ALICE, Given.NOW).addMessage(Given.id(302));

        assertThat(Happened.events(answered)).containsExactly("session.message-added by message, ENDED to ENDED");
        assertThat(answered.journal().events().get(0).detail())
                .isEqualTo(new Detail.OfMessage(new ChatMessage(Given.id(302), 2, Side.AGENT)));
        assertThatThrownBy(() -> CustomerSide.of(viewing, Given.NOW).addMessage(Given.id(301)))
                .hasMessage("ACCESS_ENDED");
        assertThatThrownBy(() -> AgentSide.of(viewing, Given.ALICE, Given.NOW).addMessage(Given.id(301)))
                .hasMessage("SESSION_ENDED");
        assertThatThrownBy(() -> CustomerSide.of(without, Given.NOW).addMessage(Given.id(301)))
                .hasMessage("CHAT_OFF");
        assertThatThrownBy(() -> AgentSide.of(without, Given.ALICE, Given.NOW).addMessage(Given.id(301)))
                .hasMessage("CHAT_OFF");
    }

    @Test
    void afterARenewalTheCustomerGoesOnWhereTheyWere() {
        var session = Given.asRead(upload(Given.anActiveSession(VIEW), Given.JOIN))
                .end(Given.ALICE, Given.END)
                .renew(false, Given.link(2), Given.ALICE, Given.NOW);

        assertThat(sign(session, Given.NOW)
                        .content()
                        .workflow(Given.IDENTIFICATION)
                        .state())
                .isEqualTo(new Completed(Given.NOW));
    }

    private static Session upload(Session session, Instant now) {
        return CustomerSide.of(session, now).completeStep(Given.IDENTIFICATION, "upload");
    }

    private static Session sign(Session session, Instant now) {
        return CustomerSide.of(session, now).completeStep(Given.IDENTIFICATION, "sign");
    }
}
