package io.parley.session.session.model.entrance;

import java.time.Duration;
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
import io.parley.session.session.model.journal.Detail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A one-time code goes to the known contact, opens once, and is not sent without end. */
class CodeTest {

    private static final Visitor ANNA = Visitor.withLink(1);

    @Test
    void aCodeGoesToTheOtherChannelWhereThatIsKnown() {
        var both = Given.anInvitedSession(Settings.usual().asking(Method.OTP), Given.annaWithPhone());

        assertThat(Happened.messages(ANNA.asksForCode(both, "right", Given.NOW)))
                .containsExactly("code to +4915100001");
        assertThat(Happened.messages(ANNA.asksForCode(asked(), "right", Given.NOW)))
                .containsExactly("code to anna@mail.test");
    }

    @Test
    void askingForACodeIsToldAndNotWhere() {
        var session = ANNA.asksForCode(asked(), "right", Given.NOW);

        assertThat(Happened.events(session))
                .containsExactly(Happened.event("session.changed", "code", StateName.INVITED, StateName.INVITED));
        assertThat(session.journal().events().get(0).detail()).isEqualTo(Detail.NONE);
    }

    @Test
    void theRightCodeOpens() {
        var session = ANNA.asksForCode(asked(), "right", Given.NOW);

        var joined = ANNA.code("right").joins(session, Given.NOW).orThrow();

        assertThat(joined.state().name()).isEqualTo(StateName.ACTIVE);
        assertThat(joined.entrance().code()).isNull();
    }

    @Test
    void withoutACodeItIsAskedForAndThatIsNoGuess() {
        var session = ANNA.asksForCode(asked(), "right", Given.NOW);

        assertThatThrownBy(() -> ANNA.joins(session, Given.NOW)).hasMessage("CODE_REQUIRED");
    }

    @Test
    void aWrongCodeCountsLikeAWrongPin() {
        var session = ANNA.asksForCode(asked(), "right", Given.NOW);

        var entry = ANNA.code("wrong").joins(session, Given.NOW);

        assertThat(entry.refusal()).isEqualTo(Refusal.CODE_WRONG);
        assertThat(entry.session().entrance().guard().failures()).isEqualTo(1);
    }

    @Test
    void aCodeBeforeAnyWasSentIsWrong() {
        assertThat(ANNA.code("right").joins(asked(), Given.NOW).refusal()).isEqualTo(Refusal.CODE_WRONG);
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        var session = ANNA.asksForCode(asked(), "right", Given.NOW);
        var over = Given.NOW.plus(OneTimeCode.LIFETIME);

        assertThat(ANNA.code("right").joins(session, over.minusNanos(1)).refusal())
                .isNull();
        assertThat(ANNA.code("right").joins(session, over).refusal()).isEqualTo(Refusal.CODE_WRONG);
    }

    @Test
    void aNewCodeMakesTheOneBeforeWrong() {
        var session = ANNA.asksForCode(ANNA.asksForCode(asked(), "first", Given.NOW), "second", Given.NOW);

        assertThat(ANNA.code("first").joins(session, Given.NOW).refusal()).isEqualTo(Refusal.CODE_WRONG);
        assertThat(ANNA.code("second").joins(session, Given.NOW).refusal()).isNull();
    }

    @Test
    void aNewCodeDoesNotForgetTheGuesses() {
        var guessed = ANNA.code("wrong")
                .joins(ANNA.asksForCode(asked(), "first", Given.NOW), Given.NOW)
                .session();

        var session = ANNA.asksForCode(guessed, "second", Given.NOW);

        assertThat(session.entrance().guard().failures()).isEqualTo(1);
    }

    @Test
    void aLockedEntranceSendsNoCodes() {
        var session = ANNA.asksForCode(asked(), "right", Given.NOW);
        for (int i = 0; i < Settings.ATTEMPTS; i++) {
            session = ANNA.code("wrong").joins(session, Given.NOW).session();
        }

        var locked = session;
        assertThatThrownBy(() -> ANNA.asksForCode(locked, "next", Given.NOW)).hasMessage("LOCKED");
    }

    @Test
    void fiveCodesInARowAreEnoughForAnHour() {
        var session = asked(OneTimeCode.IN_A_ROW);
        var free = Given.NOW.plus(OneTimeCode.LIFETIME).plus(OneTimeCode.PAUSE);

        var refused =
                catchThrowableOfType(MoveRefused.class, () -> ANNA.asksForCode(session, "next", free.minusNanos(1)));

        assertThat(refused.refusal()).isEqualTo(Refusal.TOO_MANY_CODES);
        assertThat(refused.instant()).isEqualTo(free);
    }

    @Test
    void afterThePauseTheCountBeginsAnew() {
        var free = Given.NOW.plus(OneTimeCode.LIFETIME).plus(OneTimeCode.PAUSE);

        var session = ANNA.asksForCode(asked(OneTimeCode.IN_A_ROW), "next", free);

        assertThat(session.entrance().code()).isEqualTo(new OneTimeCode("next", free.plus(OneTimeCode.LIFETIME), 1));
    }

    @Test
    void anotherCustomerBeginsAnewAndTheOldCodeIsWrongForThem() {
        var session = asked(OneTimeCode.IN_A_ROW).reengage(Given.ben(), Given.link(2), Given.ALICE, Given.NOW);
        var ben = Visitor.withLink(2);

        assertThat(ben.code("code-5").joins(session, Given.NOW).refusal()).isEqualTo(Refusal.CODE_WRONG);
        assertThat(Happened.messages(ben.asksForCode(Given.asRead(session), "new", Given.NOW)))
                .containsExactly("code to +4915100002");
    }

    @Test
    void whereNoCodeIsAskedForNoneIsSent() {
        assertThatThrownBy(() -> ANNA.asksForCode(Given.anInvitedSession(), "h", Given.NOW))
                .hasMessage("CODE_NOT_ASKED");
    }

    @Test
    void withoutAContactNoCodeCanBeSent() {
        var settings = Settings.usual().external().withoutContact().asking(Method.OTP);
        var session = Given.anInvitedSession(settings, Given.nobodyReachable());

        assertThatThrownBy(() -> ANNA.asksForCode(session, "h", Given.NOW)).hasMessage("CONTACT_NOT_REACHABLE");
    }

    @Test
    void aLapsedLinkBringsNoCode() {
        Instant lapse = Given.START.plus(Settings.LINK);

        assertThatThrownBy(() -> ANNA.asksForCode(asked(), "h", lapse)).hasMessage("LINK_EXPIRED");
    }

    private static Session asked() {
        return Given.anInvitedSession(Settings.usual().asking(Method.OTP));
    }

    private static Session asked(int times) {
        var session = asked();
        for (int i = 1; i <= times; i++) {
            session = ANNA.asksForCode(session, "code-" + i, Given.NOW.minus(Duration.ofSeconds(times - i)));
        }
        return session;
    }
}
