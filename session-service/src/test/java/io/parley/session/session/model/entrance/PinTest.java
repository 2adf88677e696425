package io.parley.session.session.model.entrance;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.Given;
import io.parley.session.session.model.Happened;
import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Refusal;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.Settings;
import io.parley.session.session.model.StateName;
import io.parley.session.session.model.entrance.Authentication.Method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A PIN opens the door; guessing locks it, and then bans. */
class PinTest {

    private static final Visitor ANNA = Visitor.withLink(1).pin(Given.PIN);
    private static final Visitor GUESSER = Visitor.withLink(1).pin("wrong");

    @Test
    void theRightPinOpens() {
        assertThat(ANNA.joins(asked(), Given.NOW).orThrow().state().name()).isEqualTo(StateName.ACTIVE);
    }

    @Test
    void withoutAPinItIsAskedForAndThatIsNoGuess() {
        assertThatThrownBy(() -> Visitor.withLink(1).joins(asked(), Given.NOW)).hasMessage("PIN_REQUIRED");
    }

    @Test
    void aWrongOneIsRefusedAndCounted() {
        var entry = GUESSER.joins(asked(), Given.NOW);

        assertThat(entry.refusal()).isEqualTo(Refusal.PIN_WRONG);
        assertThat(entry.instant()).isNull();
        assertThat(entry.session().entrance().guard()).isEqualTo(new Guard(1, null, 0));
        assertThat(entry.session().state().name()).isEqualTo(StateName.INVITED);
        assertThat(entry.session().journal().events()).isEmpty();
        assertThatThrownBy(entry::orThrow).hasMessage("PIN_WRONG");
    }

    @Test
    void theLastWrongGuessLocksAndSaysUntilWhen() {
        var entry = GUESSER.joins(guess(asked(), Settings.ATTEMPTS - 1, Given.NOW), Given.NOW);

        assertThat(entry.refusal()).isEqualTo(Refusal.PIN_WRONG);
        assertThat(entry.instant()).isEqualTo(Given.NOW.plus(Settings.LOCK));
        assertThat(Happened.events(entry.session()))
                .containsExactly(Happened.event("session.changed", "lock", StateName.INVITED, StateName.INVITED));
    }

    @Test
    void aLockRefusesEvenTheRightPinUntilItIsOver() {
        var locked = guess(asked(), Settings.ATTEMPTS, Given.NOW);
        var over = Given.NOW.plus(Settings.LOCK);

        var refused = catchThrowableOfType(MoveRefused.class, () -> ANNA.joins(locked, over.minusNanos(1)));

        assertThat(refused.refusal()).isEqualTo(Refusal.LOCKED);
        assertThat(refused.instant()).isEqualTo(over);
        assertThat(ANNA.joins(locked, over).orThrow().state().name()).isEqualTo(StateName.ACTIVE);
    }

    @Test
    void afterALockTheGuessesCountFromTheBeginning() {
        var locked = guess(asked(), Settings.ATTEMPTS, Given.NOW);
        var over = Given.NOW.plus(Settings.LOCK);

        var again = guess(locked, Settings.ATTEMPTS - 1, over);

        assertThat(again.entrance().guard()).isEqualTo(new Guard(Settings.ATTEMPTS - 1, null, 1));
    }

    @Test
    void theLastLockBansForGood() {
        var banned = banned();
        var longAfter = Given.START.plus(Settings.LINK).minusNanos(1);

        var refused = catchThrowableOfType(MoveRefused.class, () -> ANNA.joins(banned, longAfter));

        assertThat(refused.refusal()).isEqualTo(Refusal.LOCKED);
        assertThat(refused.instant()).isNull();
    }

    @Test
    void aBanOutlivesANewLinkButNotAnotherCustomer() {
        var banned = banned();

        var resent = banned.resend(Given.link(2), Given.ALICE, Given.NOW);
        var reengaged = banned.reengage(Given.ben(), Given.link(2), Given.ALICE, Given.NOW);

        assertThatThrownBy(() -> Visitor.withLink(2).pin(Given.PIN).joins(resent, Given.NOW))
                .hasMessage("LOCKED");
        assertThat(Visitor.withLink(2)
                        .pin(Given.PIN)
                        .joins(reengaged, Given.NOW)
                        .orThrow()
                        .state()
                        .name())
                .isEqualTo(StateName.ACTIVE);
    }

    @Test
    void successForgetsTheGuesses() {
        var guessed = guess(asked(), Settings.ATTEMPTS - 1, Given.NOW);

        assertThat(ANNA.joins(guessed, Given.NOW).orThrow().entrance().guard()).isEqualTo(Guard.FRESH);
    }

    @Test
    void whoIsInIsNotShutOutByAGuesser() {
        var settings = Settings.usual().asking(Method.PIN).manyDevices();
        var session = Given.joined(Given.anInvitedSession(settings));

        for (int i = 0; i < Settings.ATTEMPTS; i++) {
            session = Visitor.withLink(1)
                    .on("another")
                    .code("wrong")
                    .joins(session, Given.NOW)
                    .session();
        }

        assertThat(ANNA.knocks(session, Given.NOW).alreadyIn()).isTrue();
        assertThat(ANNA.joins(session, Given.NOW).orThrow()).isEqualTo(session);
    }

    @Test
    void wherePinsAreAskedForAndNoneWasSetNothingFits() {
        var nothing = Entrance.withPin(null);

        assertThat(nothing.judge(Method.PIN, attempt("0000"), Given.NOW)).isEqualTo(Refusal.PIN_WRONG);
    }

    private static Session asked() {
        return Given.anInvitedSession(Settings.usual().asking(Method.PIN));
    }

    private static Session banned() {
        var session = asked();
        for (int lock = Settings.LOCKS; lock > 0; lock--) {
            session = guess(session, Settings.ATTEMPTS, Given.NOW.minus(Settings.LOCK.multipliedBy(lock)));
        }
        return session;
    }

    private static Session guess(Session session, int times, Instant now) {
        var guessed = session;
        for (int i = 0; i < times; i++) {
            guessed = GUESSER.joins(guessed, now).session();
        }
        return guessed;
    }

    private static JoinAttempt attempt(String pin) {
        return new JoinAttempt(Given.link(1).hash(), Given.PHONE, true, pin, null);
    }
}
