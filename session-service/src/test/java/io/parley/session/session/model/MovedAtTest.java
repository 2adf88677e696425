package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.parley.session.session.model.absence.Around;
import io.parley.session.session.model.content.WorkflowState.Running;
import io.parley.session.session.model.content.WorkflowState.Stopped;
import io.parley.session.session.model.journal.SessionEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What comes after something else is not earlier, though the replica that does it thinks so. */
class MovedAtTest {

    private static final Instant MOVED = Given.NOW;
    private static final Instant BEHIND = MOVED.minusMillis(80);

    static Stream<Arguments> commands() {
        return Stream.of(
                command("invite", session -> Given.moved(Given.aPlannedSession(), MOVED)
                        .invite(Given.link(2), Given.ALICE, BEHIND)),
                command("resend", session -> session.resend(Given.link(2), Given.ALICE, BEHIND)),
                command("re-engage", session -> session.reengage(Given.ben(), Given.link(2), Given.ALICE, BEHIND)),
                command("end", session -> session.end(Given.ALICE, BEHIND)),
                command("renew", session -> Given.moved(Given.anEndedSession(), MOVED)
                        .renew(true, Given.link(2), Given.ALICE, BEHIND)),
                command("transfer", session -> session.transfer(Given.bob(), Given.SAM, BEHIND)),
                command("link", session -> session.issueLink(Given.link(2), Given.ALICE, BEHIND)),
                command("restart", session -> AgentSide.of(session, Given.ALICE, BEHIND)
                        .restartWorkflow(Given.IDENTIFICATION)),
                command("remove", session -> AgentSide.of(session, Given.ALICE, BEHIND)
                        .removeWorkflow(Given.IDENTIFICATION)),
                command("message", session -> AgentSide.of(session, Given.ALICE, BEHIND)
                        .addMessage(Given.id(7))),
                command("join", session -> Given.joined(session, BEHIND)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void aCommandOfAReplicaThatIsBehindHappensWithWhatHappenedLast(String name, UnaryOperator<Session> command) {
        var session = command.apply(Given.moved(Given.anInvitedSession(), MOVED));

        assertThat(session.journal().events()).extracting(SessionEvent::at).containsOnly(MOVED);
        assertThat(session.movedAt()).isEqualTo(MOVED);
    }

    @Test
    void anEndByAReplicaThatIsBehindLeavesAWorkflowItsWholeLengthAndNoMore() {
        var restarted =
                AgentSide.of(Given.anInvitedSession(), Given.ALICE, MOVED).restartWorkflow(Given.IDENTIFICATION);

        var ended = restarted.end(Given.ALICE, BEHIND);

        assertThat(ended.content().workflow(Given.IDENTIFICATION).state()).isEqualTo(new Stopped(Given.CLOCK));
        assertThat(ended.state()).extracting("at").isEqualTo(MOVED);
        assertThat(ended.renew(true, Given.link(3), Given.ALICE, BEHIND)
                        .content()
                        .workflow(Given.IDENTIFICATION)
                        .state())
                .isEqualTo(new Running(MOVED.plus(Given.CLOCK)));
    }

    @Test
    void aClockThatHadStruckByThenHasStruckForAReplicaThatIsBehind() {
        var lapse = Given.START.plus(Given.CLOCK);
        var session = Given.moved(Given.anInvitedSession(), lapse);

        for (var told : Stream.of(
                        session.elapse(lapse.minusMillis(80)),
                        session.strike(lapse.minusMillis(80), new Around(() -> Given.link(9), null)))
                .toList()) {
            assertThat(Happened.types(told)).containsExactly("workflow.expired");
        }
    }

    @Test
    void aReplicaThatIsAheadDoesWhatItDoesAtItsOwnTime() {
        var session = Given.moved(Given.anInvitedSession(), MOVED).end(Given.ALICE, MOVED.plus(Duration.ofSeconds(1)));

        assertThat(session.movedAt()).isEqualTo(MOVED.plus(Duration.ofSeconds(1)));
    }

    @Test
    void aSessionThatWasStoredBeforeThisWasKeptMovesFromNow() {
        var session = Given.moved(Given.anInvitedSession(), null).end(Given.ALICE, BEHIND);

        assertThat(session.movedAt()).isEqualTo(BEHIND);
    }

    private static Arguments command(String name, UnaryOperator<Session> command) {
        return arguments(name, command);
    }
}
