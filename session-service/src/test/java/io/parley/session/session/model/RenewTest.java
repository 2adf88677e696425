package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.content.WorkflowState.Expired;
import io.parley.session.session.model.content.WorkflowState.Running;
import io.parley.session.session.model.content.WorkflowState.Waiting;
import io.parley.session.session.model.entrance.JoinAttempt;
import io.parley.session.session.model.invitation.InvitationState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A renewed session is what it was before its end. */
class RenewTest {

    private static final Instant LATER = Given.END.plus(Duration.ofDays(3));

    @Test
    void theStateBeforeTheEndComesBack() {
        var before = Given.anActiveSession();

        var session = Given.ended(before).renew(true, Given.link(2), Given.ALICE, LATER);

        assertThat(session.state()).isEqualTo(before.state());
        assertThat(session.id()).isEqualTo(Given.id(1));
        assertThat(session.origin()).isEqualTo(before.origin());
        assertThat(session.owner()).isEqualTo(before.owner());
        assertThat(session.customer()).isEqualTo(before.customer());
        assertThat(session.entrance()).isEqualTo(before.entrance());
        assertThat(session.content().assets()).isEqualTo(before.content().assets());
        assertThat(session.labels()).isEqualTo(before.labels());
    }

    @Test
    void workflowClocksGoOnWithTheirRemainder() {
        var session = Given.anEndedSession().renew(true, Given.link(2), Given.ALICE, LATER);

        var left = Given.CLOCK.minus(Duration.between(Given.START, Given.END));
        assertThat(session.content().workflow(Given.IDENTIFICATION).state()).isEqualTo(new Running(LATER.plus(left)));
    }

    @Test
    void whatHadExpiredStaysExpired() {
        var expired = Given.anActiveSession().end(Given.ALICE, Given.START.plus(Given.CLOCK));

        var session = expired.renew(true, Given.link(2), Given.ALICE, LATER);

        assertThat(session.content().workflow(Given.IDENTIFICATION).state())
                .isEqualTo(new Expired(Given.START.plus(Given.CLOCK)));
    }

    @Test
    void aPlannedSessionIsPlannedAgainWithNothingSentAndNoClock() {
        var session = Given.ended(Given.aPlannedSession()).renew(true, Given.link(2), Given.ALICE, LATER);

        assertThat(session.state()).isEqualTo(new SessionState.Planned());
        assertThat(session.invitations().all()).isEmpty();
        assertThat(session.nextDue()).isNull();
        assertThat(session.content().workflow(Given.IDENTIFICATION).state()).isEqualTo(new Waiting());
    }

    @Test
    void theInactivityClockStartsAgain() {
        var session = Given.anEndedSession().renew(true, Given.link(2), Given.ALICE, LATER);

        assertThat(session.expiresAt()).isEqualTo(LATER.plus(Settings.INACTIVITY));
    }

    @Test
    void tellingBringsANewLinkAndTheOldOneIsSuperseded() {
        var session = Given.ended(Given.anInvitedSession()).renew(true, Given.link(2), Given.ALICE, LATER);

        assertThat(session.invitations().all().get(0).state()).isEqualTo(InvitationState.WITHDRAWN);
        assertThat(session.invitations().current().orElseThrow().expiresAt()).isEqualTo(LATER.plus(Settings.LINK));
        assertThatThrownBy(() -> knock(session, 1, "any")).hasMessage("LINK_SUPERSEDED");
        assertThat(join(session, 2, "any").state()).isInstanceOf(SessionState.Active.class);
    }

    @Test
    void withoutTellingTheOldLinkLivesAgainWithAFreshLifetime() {
        var session = Given.ended(Given.anInvitedSession()).renew(false, Given.link(2), Given.ALICE, LATER);

        var current = session.invitations().current().orElseThrow();
        assertThat(current.number()).isEqualTo(1);
        assertThat(current.state()).isEqualTo(InvitationState.REQUESTED);
        assertThat(current.expiresAt()).isEqualTo(LATER.plus(Settings.LINK));
        assertThat(join(session, 1, "any").state()).isInstanceOf(SessionState.Active.class);
    }

    @Test
    void aLinkThatHadLapsedLivesAgainToo() {
        var lapsed = Given.anInvitedSession().end(Given.ALICE, Given.START.plus(Settings.LINK));

        var session = lapsed.renew(false, Given.link(2), Given.ALICE, LATER);

        assertThat(join(session, 1, "any").state()).isInstanceOf(SessionState.Active.class);
    }

    @Test
    void aJoinedDeviceJustWorksAgain() {
        var session = Given.anEndedSession().renew(false, Given.link(2), Given.ALICE, LATER);

        assertThat(knock(session, 1, Given.PHONE).alreadyIn()).isTrue();
        assertThat(CustomerSide.of(session, LATER).access()).isEqualTo(AccessMode.FULL);
        assertThat(join(session, 1, Given.PHONE)).isEqualTo(session);
    }

    @Test
    void aJoinedDeviceWorksAgainByTheNewLinkAndByTheOldOne() {
        var session = Given.anEndedSession().renew(true, Given.link(2), Given.ALICE, LATER);

        assertThat(knock(session, 2, Given.PHONE).alreadyIn()).isTrue();
        assertThat(knock(session, 1, Given.PHONE).alreadyIn()).isTrue();
    }

    @Test
    void aJoinedDeviceAcceptsTheNewInvitationByEntering() {
        var session = Given.asRead(Given.anEndedSession().renew(true, Given.link(2), Given.ALICE, LATER));

        var entered = join(session, 2, Given.PHONE);

        assertThat(entered.invitations().current().orElseThrow().state()).isEqualTo(InvitationState.ACCEPTED);
        assertThat(entered.state()).isEqualTo(session.state());
        assertThat(Happened.events(entered))
                .containsExactly(Happened.event("session.changed", "return", StateName.ACTIVE, StateName.ACTIVE));
        assertThat(join(entered, 2, Given.PHONE)).isEqualTo(entered);
    }

    @Test
    void anotherDeviceStaysOutsideWhereNoNewLinkWasSent() {
        var session = Given.anEndedSession().renew(false, Given.link(2), Given.ALICE, LATER);

        assertThatThrownBy(() -> knock(session, 1, "another")).hasMessage("ANOTHER_DEVICE");
    }

    @Test
    void renewingIsPossibleBeforeItsClockStrikesAndNotFromThenOn() {
        var last = Given.END.plus(Settings.RENEWABLE);

        var renewed = Given.anEndedSession().renew(true, Given.link(2), Given.ALICE, last.minusNanos(1));
        var refused = catchThrowableOfType(
                MoveRefused.class, () -> Given.anEndedSession().renew(true, Given.link(2), Given.ALICE, last));

        assertThat(renewed.state().name()).isEqualTo(StateName.ACTIVE);
        assertThat(refused.refusal()).isEqualTo(Refusal.RENEWAL_PERIOD_OVER);
        assertThat(refused.instant()).isEqualTo(last);
    }

    @Test
    void whatExpiredIsRenewedLikeWhatWasEnded() {
        var expired = Given.anActiveSession().elapse(Given.START.plus(Settings.INACTIVITY));

        var session = expired.renew(false, Given.link(2), Given.ALICE, Given.START.plus(Duration.ofDays(8)));

        assertThat(session.state()).isEqualTo(new SessionState.Active(Given.START, Given.JOIN));
    }

    @Test
    void theSecondEndStartsItsOwnPeriods() {
        var session = Given.anEndedSession()
                .renew(false, Given.link(2), Given.ALICE, LATER)
                .end(Given.ALICE, LATER.plusSeconds(60));

        assertThat(((SessionState.Ended) session.state()).renewableUntil())
                .isEqualTo(LATER.plusSeconds(60).plus(Settings.RENEWABLE));
    }

    private static CustomerSide.Knock knock(Session session, int link, String device) {
        return CustomerSide.of(session, LATER).knock(Given.link(link).hash(), device);
    }

    private static Session join(Session session, int link, String device) {
        var attempt = new JoinAttempt(Given.link(link).hash(), device, true, null, null);
        return CustomerSide.of(session, LATER).join(attempt).orThrow();
    }
}
