package io.parley.session.session.model.absence;

import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.parley.session.session.model.AgentSide;
import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.Given;
import io.parley.session.session.model.Happened;
import io.parley.session.session.model.Labels;
import io.parley.session.session.model.Lifetime;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.Settings;
import io.parley.session.session.model.StateName;
import io.parley.session.session.model.content.Document.Uploader;

import static org.assertj.core.api.Assertions.assertThat;

/** A customer who is away is told once that something new is in the room. */
class AbsenceTest {

    private static final Instant DUE = Given.NOW.plus(Settings.PATIENCE);
    private static final String TOLD = "nudge anna@mail.test #1 for new-activity";

    @ParameterizedTest
    @MethodSource("whatTheAgentLeaves")
    void aCustomerWhoIsAwayIsToldOf(UnaryOperator<Session> command) {
        var session = Given.asRead(command.apply(Given.anActiveSession()));

        assertThat(Happened.messages(session.strike(DUE.minusNanos(1), away()))).isEmpty();
        var told = session.strike(DUE, away());
        assertThat(Happened.messages(told)).containsExactly(TOLD);
        assertThat(Happened.events(told))
                .containsExactly(Happened.event("session.changed", "new-activity", StateName.ACTIVE, StateName.ACTIVE));
    }

    static Stream<Named<UnaryOperator<Session>>> whatTheAgentLeaves() {
        return Stream.of(
                Named.of(
                        "an asset", s -> AgentSide.of(s, Given.ALICE, Given.NOW).addAsset(Given.anotherAsset())),
                Named.of("a document", s -> AgentSide.of(s, Given.CRM, Given.NOW)
                        .addDocument(Given.aDocument(Uploader.AGENT))),
                Named.of("a chat message", s -> AgentSide.of(s, Given.ALICE, Given.NOW)
                        .addMessage(Given.id(7))),
                Named.of("a workflow", s -> AgentSide.of(s, Given.ALICE, Given.NOW)
                        .addWorkflow(Given.aWorkflow(Given.id(9), Lifetime.NEVER))),
                Named.of("a workflow that begins again", s -> AgentSide.of(s, Given.ALICE, Given.NOW)
                        .restartWorkflow(Given.IDENTIFICATION)));
    }

    @Test
    void whatDoesNotConcernTheCustomerIsNotTold() {
        var session = Given.anActiveSession()
                .label(new Labels("CRM-2", Map.of()), Given.CRM, Given.NOW)
                .transfer(Given.bob(), Given.SAM, Given.NOW);

        assertThat(session.absence()).isNull();
    }

    @Test
    void whatIsLeftMeanwhileIsToldWithIt() {
        var session = left(left(Given.anActiveSession(), Given.NOW), Given.NOW.plusSeconds(60));

        var told = session.strike(DUE, away());

        assertThat(Happened.messages(told)).containsExactly(TOLD);
        assertThat(told.absence()).isEqualTo(new Absence(Given.NOW.plusSeconds(60), null, DUE));
    }

    @Test
    void aCustomerIsToldOnceUntilTheyHaveBeenBack() {
        var told = Given.asRead(left(Given.anActiveSession(), Given.NOW).strike(DUE, away()));
        var more = left(told, DUE.plusSeconds(60));
        var again = DUE.plusSeconds(60).plus(Settings.PATIENCE);

        assertThat(Happened.messages(more.strike(again, away()))).isEmpty();
        assertThat(Happened.messages(more.strike(again, lastSeen(DUE.plusSeconds(30)))))
                .hasSize(1);
    }

    @Test
    void whoHasSeenItOrIsThereIsNotTold() {
        var session = left(Given.anActiveSession(), Given.NOW);

        var seen = session.strike(DUE, lastSeen(Given.NOW.plusSeconds(1)));

        assertThat(Happened.messages(seen)).isEmpty();
        assertThat(seen.absence()).isNull();
    }

    @Test
    void whoWasThereAMomentAgoIsWaitedFor() {
        var session = left(left(Given.anActiveSession(), Given.NOW), DUE.minusSeconds(10));
        var justLeft = DUE.minusSeconds(60);

        var waiting = session.strike(DUE, lastSeen(justLeft));

        assertThat(Happened.messages(waiting)).isEmpty();
        assertThat(waiting.nextDue()).isEqualTo(justLeft.plus(Settings.PATIENCE));
        assertThat(Happened.messages(waiting.strike(waiting.nextDue(), lastSeen(justLeft))))
                .hasSize(1);
    }

    @Test
    void whatTheCustomerDoesInTheRoomProvesThatTheyAreBack() {
        var session = left(Given.anActiveSession(), Given.NOW);

        var back = CustomerSide.of(session, Given.NOW.plusSeconds(5)).completeStep(Given.IDENTIFICATION, "upload");

        assertThat(back.absence()).isNull();
    }

    @Test
    void nobodyIsToldBeforeTheJoinAfterTheEndOrWhereTheAgentCarriesTheLink() {
        assertThat(left(Given.anInvitedSession(), Given.NOW).absence()).isNull();
        assertThat(left(Given.anActiveSession(), Given.NOW)
                        .end(Given.ALICE, Given.NOW)
                        .absence())
                .isNull();
        assertThat(left(Given.anActiveSession(Settings.usual().external()), Given.NOW)
                        .absence())
                .isNull();
        assertThat(left(Given.anActiveSession(Settings.usual().patience(null)), Given.NOW)
                        .absence())
                .isNull();
    }

    private static Session left(Session session, Instant at) {
        return Given.asRead(AgentSide.of(session, Given.ALICE, at).addAsset(Given.anotherAsset()));
    }

    private static Around away() {
        return lastSeen(null);
    }

    private static Around lastSeen(Instant when) {
        return new Around(() -> Given.link(60), when);
    }
}
