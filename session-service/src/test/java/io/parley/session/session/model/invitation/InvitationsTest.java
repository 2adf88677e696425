package io.parley.session.session.model.invitation;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.parley.session.session.model.Given;
import io.parley.session.session.model.Lifetime;

import static org.assertj.core.api.Assertions.assertThat;

/** Only the last invitation is current, and at most it is open. */
class InvitationsTest {

    private static final Instant LAPSE = Given.START.plus(Duration.ofDays(1));

    @Test
    void noneHasNeitherACurrentOneNorAClock() {
        assertThat(Invitations.NONE.current()).isEmpty();
        assertThat(Invitations.NONE.changeCurrent(i -> i.close(InvitationState.EXPIRED)))
                .isEqualTo(Invitations.NONE);
    }

    @Test
    void issuingSupersedesTheOneBefore() {
        var two = issued(2);

        assertThat(two.all())
                .extracting(Invitation::state)
                .containsExactly(InvitationState.SUPERSEDED, InvitationState.REQUESTED);
        assertThat(two.all()).extracting(Invitation::number).containsExactly(1, 2);
        assertThat(two.isCurrent(two.all().get(1))).isTrue();
        assertThat(two.isCurrent(two.all().get(0))).isFalse();
    }

    @Test
    void issuingLeavesWhatWasOverAsItWas() {
        var accepted = issued(1).changeCurrent(i -> i.close(InvitationState.ACCEPTED));

        var two = accepted.issue(Given.link(2), Channel.SMS, Given.NOW, Lifetime.NEVER);

        assertThat(two.all().get(0).state()).isEqualTo(InvitationState.ACCEPTED);
    }

    @Test
    void anInvitationIsFoundByAnyOfItsLinksAndByItsId() {
        var two = issued(2).changeCurrent(i -> i.addLink("link-3"));

        assertThat(two.byLink("link-1")).map(Invitation::number).contains(1);
        assertThat(two.byLink("link-2")).map(Invitation::number).contains(2);
        assertThat(two.byLink("link-3")).map(Invitation::number).contains(2);
        assertThat(two.byLink("link-4")).isEmpty();
        assertThat(two.byId(Given.link(1).invitation())).map(Invitation::number).contains(1);
        assertThat(two.byId(Given.id(7))).isEmpty();
    }

    @Test
    void itLapsesAtItsMomentWhetherOrNotTheClockHasStruck() {
        var invitation = issued(1).current().orElseThrow();

        assertThat(invitation.isLapsed(LAPSE.minusNanos(1))).isFalse();
        assertThat(invitation.isLapsed(LAPSE)).isTrue();
        assertThat(invitation.close(InvitationState.EXPIRED).isLapsed(Given.START))
                .isTrue();
    }

    @Test
    void oneWithoutALifetimeNeverLapses() {
        var invitations = Invitations.NONE.issue(Given.link(1), Channel.EMAIL, Given.START, Lifetime.NEVER);

        assertThat(invitations.current().orElseThrow().isLapsed(Instant.MAX)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = InvitationState.class,
            names = {"ACCEPTED", "EXPIRED", "SUPERSEDED", "WITHDRAWN"})
    void theFirstOutcomeCounts(InvitationState outcome) {
        var closed = issued(1).current().orElseThrow().close(outcome);

        assertThat(closed.state()).isEqualTo(outcome);
        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.close(InvitationState.ACCEPTED)).isEqualTo(closed);
        assertThat(closed.close(InvitationState.WITHDRAWN)).isEqualTo(closed);
        assertThat(closed.delivered(InvitationState.DELIVERED, null)).isEqualTo(closed);
    }

    @Test
    void revivingGivesAFreshLifetimeAndKeepsAnAcceptance() {
        var invitation = issued(1).current().orElseThrow();
        var later = LAPSE.plus(Duration.ofDays(1));

        assertThat(invitation.close(InvitationState.WITHDRAWN).revive(later).state())
                .isEqualTo(InvitationState.REQUESTED);
        assertThat(invitation.close(InvitationState.EXPIRED).revive(later).isLapsed(LAPSE))
                .isFalse();
        assertThat(invitation.close(InvitationState.ACCEPTED).revive(later).state())
                .isEqualTo(InvitationState.ACCEPTED);
        assertThat(invitation.close(InvitationState.ACCEPTED).revive(later).expiresAt())
                .isEqualTo(later);
    }

    private static Invitations issued(int count) {
        var all = Invitations.NONE;
        for (int i = 1; i <= count; i++) {
            all = all.issue(Given.link(i), Channel.EMAIL, Given.START, Lifetime.of(Duration.ofDays(1)));
        }
        return all;
    }
}
