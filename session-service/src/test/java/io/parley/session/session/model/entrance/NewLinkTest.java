package io.parley.session.session.model.entrance;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.Given;
import io.parley.session.session.model.Happened;
import io.parley.session.session.model.Lifetime;
import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Refusal;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.Settings;
import io.parley.session.session.model.StateName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A customer with a lapsed link can have a new one sent to where the old one went. */
class NewLinkTest {

    private static final Instant LAPSE = Given.START.plus(Settings.LINK);

    @Test
    void itGoesToTheKnownContact() {
        var session = Visitor.withLink(1).asksForNewLink(Given.anInvitedSession(), 2, LAPSE);

        assertThat(Happened.messages(session)).containsExactly("invite anna@mail.test #2 for new-link");
        assertThat(session.invitations().current().orElseThrow().expiresAt()).isEqualTo(LAPSE.plus(Settings.LINK));
    }

    @Test
    void theNewOneOpensAndTheOldOneIsSuperseded() {
        var session = Visitor.withLink(1).asksForNewLink(Given.anInvitedSession(), 2, LAPSE);

        assertThat(Visitor.withLink(2).joins(session, LAPSE).orThrow().state().name())
                .isEqualTo(StateName.ACTIVE);
        assertThatThrownBy(() -> Visitor.withLink(1).joins(session, LAPSE)).hasMessage("LINK_SUPERSEDED");
        assertThatThrownBy(() -> Visitor.withLink(1).asksForNewLink(session, 3, LAPSE))
                .hasMessage("LINK_SUPERSEDED");
    }

    @Test
    void aLinkThatStillWorksIsNotReplaced() {
        assertThatThrownBy(() -> Visitor.withLink(1).asksForNewLink(Given.anInvitedSession(), 2, LAPSE.minusNanos(1)))
                .hasMessage("LINK_NOT_EXPIRED");
    }

    @Test
    void anUnknownLinkBringsNone() {
        assertThatThrownBy(() -> Visitor.withLink(7).asksForNewLink(Given.anInvitedSession(), 2, LAPSE))
                .hasMessage("LINK_UNKNOWN");
    }

    @Test
    void anEndedSessionSendsNone() {
        assertThatThrownBy(() -> Visitor.withLink(1).asksForNewLink(Given.anEndedSession(), 2, LAPSE))
                .hasMessage("SESSION_ENDED");
    }

    @Test
    void aLinkThatTheAgentCarriedIsReplacedByOneThatIsSent() {
        var carried = Given.anInvitedSession().issueLink(Given.link(2), Given.ALICE, LAPSE);

        var session = Visitor.withLink(2).asksForNewLink(Given.asRead(carried), 3, LAPSE.plus(Settings.LINK));

        assertThat(Happened.messages(session)).containsExactly("invite anna@mail.test #3 for new-link");
    }

    @Test
    void aCustomerWhoHasJoinedCanHaveOneToo() {
        var session = Visitor.withLink(1).asksForNewLink(Given.anActiveSession(), 2, LAPSE);

        assertThat(Happened.messages(session)).containsExactly("invite anna@mail.test #2 for new-link");
        assertThat(session.state().name()).isEqualTo(StateName.ACTIVE);
    }

    @Test
    void askingIsLimitedLikeResending() {
        var session = Given.anInvitedSession(Settings.usual().link(Lifetime.of(Duration.ofMinutes(1))));
        for (int i = 1; i <= 5; i++) {
            session = Visitor.withLink(i).asksForNewLink(session, i + 1, Given.START.plus(minutes(i)));
        }

        Session asked = session;
        var refused = catchThrowableOfType(
                MoveRefused.class, () -> Visitor.withLink(6).asksForNewLink(asked, 7, Given.START.plus(minutes(6))));

        assertThat(refused.refusal()).isEqualTo(Refusal.TOO_MANY_RESENDS);
        assertThat(refused.instant()).isEqualTo(Given.START.plus(minutes(60)));
    }

    private static Duration minutes(int count) {
        return Duration.ofMinutes(count);
    }
}
