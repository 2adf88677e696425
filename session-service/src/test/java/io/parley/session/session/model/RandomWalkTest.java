package io.parley.session.session.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.RandomWalk.Step;
import io.parley.session.session.model.content.WorkflowState.Stopped;
import io.parley.session.session.model.content.WorkflowState.Waiting;
import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.journal.Cause;
import io.parley.session.session.model.journal.EventType;
import io.parley.session.session.model.journal.Message;
import io.parley.session.session.model.journal.SessionEvent;
import io.parley.session.session.model.retention.Retained;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every session whatever was done with it, over many random lives. */
class RandomWalkTest {

    private static final int WALKS = 400;
    private static final int LENGTH = 60;

    private static final List<Step> STEPS = LongStream.range(0, WALKS)
            .boxed()
            .flatMap(seed -> RandomWalk.steps(seed, LENGTH).stream())
            .toList();

    @Test
    void theWalksReachEveryStateAndEveryEvent() {
        assertThat(STEPS).extracting(s -> s.after().state().name()).contains(StateName.values());
        assertThat(STEPS.stream()
                        .flatMap(s -> s.after().journal().events().stream())
                        .map(SessionEvent::type)
                        .distinct())
                .containsExactlyInAnyOrder(EventType.values());
    }

    @Test
    void theSequenceIsGaplessFromOne() {
        always(step -> {
            var events = step.after().journal().events();
            return LongStream.rangeClosed(1, events.size())
                            .allMatch(n -> events.get((int) n - 1).sequence() == n)
                    && step.after().journal().sequence() == events.size();
        });
    }

    @Test
    void eachEventBeginsWhereTheOneBeforeEnded() {
        always(step -> {
            StateName last = null;
            for (var event : step.after().journal().events()) {
                if (event.before() != last) {
                    return false;
                }
                last = event.after();
            }
            return last == step.after().state().name();
        });
    }

    @Test
    void noEventIsEarlierThanTheOneBefore() {
        always(step -> {
            var instants = step.after().journal().events().stream()
                    .map(SessionEvent::at)
                    .toList();
            return instants.equals(instants.stream().sorted().toList())
                    && instants.get(instants.size() - 1).equals(step.after().movedAt());
        });
    }

    @Test
    void noWorkflowHasMoreLeftThanItsWholeLength() {
        always(step -> step.after().content().workflows().stream().allMatch(w -> {
            var at = step.after().movedAt();
            var left = w.state().resume(at).expiresAt();
            var whole = w.length().endFrom(at);
            return left == null || whole == null || !left.isAfter(whole);
        }));
    }

    @Test
    void aPlannedSessionHasNeitherAnInvitationNorAClock() {
        always(step -> !(step.after().state() instanceof SessionState.Planned)
                || step.after().invitations().all().isEmpty()
                        && step.after().nextDue() == null
                        && step.after().expiresAt() == null
                        && step.after().content().workflows().stream().allMatch(w -> w.state() instanceof Waiting));
    }

    @Test
    void whoIsReachedHasOneCurrentInvitationThatIsOpenAcceptedOrLapsed() {
        always(step -> !(step.after().state() instanceof SessionState.Reached)
                || step.after()
                        .invitations()
                        .current()
                        .filter(i -> i.isOpen()
                                || i.state() == InvitationState.EXPIRED
                                || i.state() == InvitationState.ACCEPTED
                                        && step.after().state() instanceof SessionState.Active)
                        .isPresent());
    }

    @Test
    void onlyTheCurrentInvitationCanBeOpen() {
        always(step -> {
            var all = step.after().invitations().all();
            return all.stream().limit(Math.max(0, all.size() - 1)).noneMatch(Invitation::isOpen);
        });
    }

    @Test
    void inAnOpenSessionNoWorkflowIsStoppedAndForACustomerNoneWaits() {
        always(step -> step.after().state() instanceof SessionState.Ended
                || step.after().content().workflows().stream()
                        .noneMatch(w -> w.state() instanceof Stopped
                                || w.state() instanceof Waiting
                                        && step.after().state() instanceof SessionState.Reached));
    }

    @Test
    void inAnEndedSessionOnlyTheClocksAfterTheEndRunAndNothingIsOpen() {
        always(step -> !(step.after().state() instanceof SessionState.Ended ended)
                || mayStrikeAfter(ended, step.after())
                        && step.after().expiresAt() == null
                        && step.after().invitations().all().stream().noneMatch(Invitation::isOpen)
                        && step.after().content().workflows().stream()
                                .noneMatch(w -> w.state().isRunning()));
    }

    private static boolean mayStrikeAfter(SessionState.Ended ended, Session session) {
        var retention = session.origin().policy().retention();
        var purges = Stream.of(Retained.values())
                .map(what -> what.lifetime(retention).endFrom(ended.at()));
        return session.nextDue() == null
                || Stream.concat(purges, Arrays.asList(ended.access().until(), ended.renewableUntil()).stream())
                        .anyMatch(session.nextDue()::equals);
    }

    @Test
    void aCustomerJoinsOnceAndIsNeverReplacedAfterwards() {
        always(step -> {
            var types = step.after().journal().events().stream()
                    .map(SessionEvent::type)
                    .toList();
            int joined = types.indexOf(EventType.SESSION_JOINED);
            return joined < 0
                    || types.lastIndexOf(EventType.SESSION_JOINED) == joined
                            && types.lastIndexOf(EventType.SESSION_REENGAGED) < joined;
        });
    }

    @Test
    void aRefusedCommandChangesNothing() {
        always(step -> step.refusal() == null || step.after() == step.before());
    }

    @Test
    void whatIsDoneAlreadyIsNotToldAgain() {
        always(step -> {
            var found = step.before().elapse(step.now());
            boolean ended = found.state() instanceof SessionState.Ended;
            return !(step.command().equals("end") && ended)
                    || step.refusal() == null && step.after().equals(found);
        });
    }

    @Test
    void whatIsDueIsStruckByEveryCommandAndNothingIsDueBeforeNow() {
        always(step -> {
            var due = Clock.next(step.after().elapse(step.now()));
            return due.isEmpty() || due.get().at().isAfter(step.now());
        });
    }

    @Test
    void elapsingTwiceIsElapsingOnce() {
        always(step -> {
            var later = step.now().plus(Duration.ofHours(20));
            var once = step.after().elapse(later);
            return once.elapse(later).equals(once);
        });
    }

    @Test
    void elapsingInOneJumpIsElapsingInSteps() {
        always(step -> {
            var horizon = step.now().plus(Duration.ofDays(10));
            var walked = step.after();
            for (var t = step.now(); t.isBefore(horizon); t = t.plus(Duration.ofHours(11))) {
                walked = walked.elapse(t);
            }
            return Happened.whenever(walked.elapse(horizon))
                    .equals(Happened.whenever(step.after().elapse(horizon)));
        });
    }

    @Test
    void nothingIsSentForAnExternalInvitation() {
        always(step -> !step.after().origin().policy().external()
                || step.after().journal().messages().stream()
                        .noneMatch(m -> m instanceof Message.Invite
                                || m instanceof Message.Cancel
                                || m instanceof Message.Nudge));
    }

    @Test
    void everyMessageOfASupersededInvitationWasCalledBackOnce() {
        always(step -> step.after().invitations().all().stream()
                .filter(i -> i.outcome() == InvitationState.SUPERSEDED && i.channel() != Channel.EXTERNAL)
                .allMatch(i -> step.after().journal().messages().stream()
                                .filter(new Message.Cancel(i.id(), i.outcome())::equals)
                                .count()
                        == 1));
    }

    @Test
    void nobodyIsRemindedWhoHasJoinedOrIsNotInvited() {
        always(step -> step.after().journal().events().stream()
                .filter(e -> e.cause() == Cause.REMINDER)
                .allMatch(e -> e.before() == StateName.INVITED && e.after() == StateName.INVITED));
    }

    @Test
    void nobodyIsRemindedInTheirQuietHoursHoweverLateTheTimerIs() {
        always(step -> step.command().equals("timer")
                        && step.after().journal().sequence()
                                > step.before().journal().sequence()
                        && step.after()
                                        .journal()
                                        .events()
                                        .get((int) step.after().journal().sequence() - 1)
                                        .cause()
                                == Cause.REMINDER
                ? step.after()
                        .origin()
                        .policy()
                        .reminders()
                        .quietHours()
                        .after(step.now(), step.after().customer().zone())
                        .equals(step.now())
                : true);
    }

    @Test
    void noInvitationIsRemindedOfMoreOftenThanTheSettingsAllow() {
        always(step -> step.after().invitations().all().stream()
                .allMatch(i -> i.reminding() == null
                        || i.reminding().sent()
                                <= step.after().origin().policy().reminders().atMost()));
    }

    @Test
    void onlyACustomerWhoHasJoinedAndCanBeReachedIsWaitedFor() {
        always(step -> {
            var absence = step.after().absence();
            return absence == null
                    || step.after().state() instanceof SessionState.Active
                            && !step.after().origin().policy().external();
        });
    }

    private static void always(Predicate<Step> law) {
        assertThat(STEPS.stream().filter(law.negate()).findFirst()).isEmpty();
    }
}
