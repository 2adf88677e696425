package io.parley.notification.message.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

class MessageStateTest {

    static final Instant NOW = Instant.parse("2026-11-16T09:30:00Z");
    static final Instant GIVE_UP = NOW.plus(Duration.ofHours(1));
    static final RetryPlan PLAN = new RetryPlan(Duration.ofSeconds(4), Duration.ofMinutes(10), 2);

    @Test
    void aRequestIsClaimedSentAndDelivered() {
        var delivered = aRequest()
                .claim(NOW)
                .finish(Handover.accepted("ref"), PLAN, NOW, 0.5)
                .receive(Receipt.DELIVERED, null);

        assertThat(delivered).isEqualTo(new MessageState.Delivered(new Tries(1, 0, 0, 0)));
    }

    @Test
    void aClaimAtTheLastInstantIsTooLate() {
        assertThat(aRequest().claim(GIVE_UP)).isEqualTo(new MessageState.Undelivered(Tries.NONE, Reason.GAVE_UP));
        assertThat(aRequest().claim(GIVE_UP.minusNanos(1)).name()).isEqualTo(StateName.SENDING);
    }

    @Test
    void aRefusedRecipientIsUndelivered() {
        var state = aHandover().finish(Handover.refused(Reason.ADDRESS_REJECTED), PLAN, NOW, 0.5);

        assertThat(state).isEqualTo(new MessageState.Undelivered(new Tries(1, 0, 0, 0), Reason.ADDRESS_REJECTED));
    }

    @Test
    void aDeferredMessageGoesToTheNextGatewayAtOnce() {
        var state = aHandover().finish(Handover.deferred("smtp-451"), PLAN, NOW, 0.5);

        assertThat(state).isEqualTo(new MessageState.Requested(new Tries(1, 0, 0, 1), NOW, GIVE_UP));
    }

    @Test
    void afterTheLastGatewayItWaitsAndBeginsWithTheFirst() {
        var state = new MessageState.Sending(new Tries(2, 0, 0, 1), GIVE_UP, null)
                .finish(Handover.broken("smtp-535"), PLAN, NOW, 0.5);

        assertThat(state).isEqualTo(new MessageState.Requested(new Tries(2, 0, 1, 0), NOW.plusSeconds(2), GIVE_UP));
    }

    @Test
    void waitsGrowToTheLongest() {
        var waits = Stream.of(0, 1, 2, 20, 4000)
                .map(round -> new MessageState.Sending(new Tries(9, 0, round, 1), Instant.MAX, null))
                .map(state -> state.finish(Handover.deferred("x"), PLAN, NOW, 1.0))
                .map(state -> Duration.between(NOW, ((MessageState.Requested) state).dueAt())
                        .toSeconds());

        assertThat(waits).containsExactly(4L, 8L, 16L, 600L, 600L);
    }

    @Test
    void aGatewaysWishToRestIsRespected() {
        var state = new MessageState.Sending(new Tries(1, 0, 0, 1), GIVE_UP, null)
                .finish(Handover.deferred("http-429", Duration.ofSeconds(30)), PLAN, NOW, 0.1);

        assertThat(((MessageState.Requested) state).dueAt()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void aWaitEndsWhenTheTimeIsUp() {
        var state = new MessageState.Sending(new Tries(1, 0, 9, 1), NOW.plusSeconds(1), null)
                .finish(Handover.deferred("x"), PLAN, NOW, 0.99);

        assertThat(((MessageState.Requested) state).dueAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void anUnknownResultIsCountedAndRepeatedAtTheSameGateway() {
        var state = aHandover().finish(Handover.unknown("timeout"), PLAN, NOW, 0.5);

        assertThat(state.tries()).isEqualTo(new Tries(1, 1, 1, 0));
    }

    @Test
    void afterThreeUnknownResultsTheNextGatewayHasItsTurn() {
        var state = new MessageState.Sending(new Tries(3, 2, 2, 0), GIVE_UP, null)
                .finish(Handover.unknown("timeout"), PLAN, NOW, 0.5);

        assertThat(state.tries().gateway()).isEqualTo(1);
    }

    @Test
    void whoeverClaimsWhatIsBeingSentCountsTheLostHandover() {
        var state = aHandover().claim(NOW);

        assertThat(state).isEqualTo(new MessageState.Sending(new Tries(2, 1, 0, 0), GIVE_UP, null));
    }

    @Test
    void aLostHandoverIsNotRepeatedWhenTheTimeIsUp() {
        assertThat(aHandover().claim(GIVE_UP).name()).isEqualTo(StateName.UNDELIVERED);
    }

    @Test
    void aCancelOfAWaitingMessageEndsIt() {
        assertThat(aRequest().cancel(CancelReason.SUPERSEDED).name()).isEqualTo(StateName.SUPERSEDED);
        assertThat(aRequest().cancel(CancelReason.WITHDRAWN).name()).isEqualTo(StateName.CANCELLED);
    }

    @Test
    void aCancelDuringAHandoverCountsUnlessTheGatewayTookIt() {
        var cancelled = aHandover().cancel(CancelReason.SUPERSEDED);

        assertThat(cancelled.name()).isEqualTo(StateName.SENDING);
        assertThat(finish(cancelled, Handover.accepted(null)).name()).isEqualTo(StateName.SENT);
        assertThat(finish(cancelled, Handover.deferred("x")).name()).isEqualTo(StateName.SUPERSEDED);
        assertThat(finish(cancelled, Handover.refused("x")).name()).isEqualTo(StateName.SUPERSEDED);
        assertThat(finish(cancelled, Handover.unknown("x")).name()).isEqualTo(StateName.SUPERSEDED);
        assertThat(cancelled.claim(NOW).name()).isEqualTo(StateName.SUPERSEDED);
        assertThat(cancelled.release(NOW).name()).isEqualTo(StateName.SUPERSEDED);
        assertThat(cancelled.cancel(CancelReason.WITHDRAWN)).isEqualTo(cancelled);
    }

    @Test
    void aReceiptForWhatWasNeverHandedOverIsNotOurs() {
        assertThat(aRequest().receive(Receipt.DELIVERED, null)).isEqualTo(aRequest());
    }

    @Test
    void aReceiptAnswersAnUnknownHandover() {
        var waiting = aHandover().finish(Handover.unknown("timeout"), PLAN, NOW, 0.5);

        assertThat(waiting.receive(Receipt.SENT, null).name()).isEqualTo(StateName.SENT);
    }

    @Test
    void anUntriedMessageIsGivenBackUncounted() {
        assertThat(aHandover().release(NOW)).isEqualTo(new MessageState.Requested(Tries.NONE, NOW, GIVE_UP));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("statesAndMoves")
    void noMoveGoesBack(MessageState state, String name, UnaryOperator<MessageState> move) {
        var after = move.apply(state);

        assertThat(after.name().rank()).isGreaterThanOrEqualTo(state.name().rank());
        if (state.name().isOutcome()) {
            assertThat(after).isEqualTo(state);
        }
        if (state.name() == StateName.SENT) {
            assertThat(after.name()).isIn(StateName.SENT, StateName.DELIVERED, StateName.UNDELIVERED);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("statesAndMoves")
    void aReceiptOrCancelTwiceIsAsOnce(MessageState state, String name, UnaryOperator<MessageState> move) {
        if (name.startsWith("receive") || name.startsWith("cancel")) {
            assertThat(move.apply(move.apply(state))).isEqualTo(move.apply(state));
        }
    }

    @Test
    void everyStateIsReachedFromARequest() {
        var seen = new HashSet<StateName>();
        explore(aRequest(), 5, seen);

        assertThat(seen).containsExactlyInAnyOrder(StateName.values());
    }

    private static void explore(MessageState state, int depth, Set<StateName> seen) {
        seen.add(state.name());
        if (depth > 0) {
            moves().forEach(move -> explore(move.step().apply(state), depth - 1, seen));
        }
    }

    static Stream<Arguments> statesAndMoves() {
        return states().stream()
                .flatMap(state -> moves().stream().map(move -> Arguments.of(state, move.name(), move.step())));
    }

    private static List<MessageState> states() {
        var tries = new Tries(2, 1, 1, 1);
        return List.of(
                aRequest(),
                new MessageState.Requested(tries, NOW, GIVE_UP),
                aHandover(),
                new MessageState.Sending(tries, GIVE_UP, CancelReason.WITHDRAWN),
                new MessageState.Sent(tries),
                new MessageState.Delivered(tries),
                new MessageState.Undelivered(tries, Reason.GAVE_UP),
                new MessageState.Superseded(tries),
                new MessageState.Cancelled(tries));
    }

    record Move(String name, UnaryOperator<MessageState> step) {}

    private static List<Move> moves() {
        var moves = new ArrayList<Move>();
        moves.add(new Move("claim", state -> state.claim(NOW)));
        moves.add(new Move("claim too late", state -> state.claim(GIVE_UP)));
        moves.add(new Move("release", state -> state.release(NOW)));
        for (var reason : CancelReason.values()) {
            moves.add(new Move("cancel " + reason, state -> state.cancel(reason)));
        }
        for (var receipt : Receipt.values()) {
            moves.add(new Move("receive " + receipt, state -> state.receive(receipt, Reason.NOT_DELIVERED)));
        }
        for (var result : Handover.Result.values()) {
            var handover = new Handover(result, null, "word", Duration.ZERO);
            moves.add(new Move("finish " + result, state -> finish(state, handover)));
        }
        return moves.stream().collect(toList());
    }

    private static MessageState finish(MessageState state, Handover handover) {
        return state.finish(handover, PLAN, NOW, 0.5);
    }

    private static MessageState aRequest() {
        return new MessageState.Requested(Tries.NONE, NOW, GIVE_UP);
    }

    private static MessageState aHandover() {
        return aRequest().claim(NOW);
    }
}
