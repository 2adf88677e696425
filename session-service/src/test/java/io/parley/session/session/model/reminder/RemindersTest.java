package io.parley.session.session.model.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.Given;
import io.parley.session.session.model.Happened;
import io.parley.session.session.model.Lifetime;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.Settings;
import io.parley.session.session.model.StateName;
import io.parley.session.session.model.absence.Around;
import io.parley.session.session.model.entrance.JoinAttempt;
import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.journal.Message;

import static org.assertj.core.api.Assertions.assertThat;

/** A customer who was invited is reminded, outside their quiet hours, until they come or nobody waits any more. */
class RemindersTest {

    /** The invitation went out at 9:00; after four hours, and then each day, three times. */
    private static final Settings DAILY = Settings.usual().link(Lifetime.NEVER).reminders(4, 24, 3);

    private static final Instant FIRST = Given.START.plus(Duration.ofHours(4));
    private static final Instant SECOND = FIRST.plus(Duration.ofHours(24));
    private static final Around AROUND = new Around(() -> Given.link(50), null);

    @Test
    void aReminderIsOneMoreLinkOfTheSameInvitation() {
        var session = Given.anInvitedSession(DAILY).strike(FIRST, AROUND);

        assertThat(Happened.messages(session)).containsExactly("nudge anna@mail.test #1 for reminder");
        assertThat(Happened.events(session))
                .endsWith(Happened.event("session.changed", "reminder", StateName.INVITED, StateName.INVITED));
        assertThat(session.invitations().all()).hasSize(1);
        var knock = CustomerSide.of(session, FIRST).knock(Given.link(50).hash(), Given.PHONE);
        assertThat(knock.alreadyIn()).isFalse();
        assertThat(CustomerSide.of(session, FIRST)
                        .knock(Given.link(1).hash(), Given.PHONE)
                        .alreadyIn())
                .isFalse();
    }

    @Test
    void nobodyIsRemindedBeforeTheTime() {
        var session = Given.asRead(Given.anInvitedSession(DAILY).strike(FIRST.minusNanos(1), AROUND));

        assertThat(session.strike(FIRST.minusNanos(1), AROUND)).isEqualTo(session);
    }

    @Test
    void itIsRepeatedAsOftenAsTheSettingsSay() {
        var session = Given.anInvitedSession(DAILY);
        int sent = 0;
        for (var day = FIRST; day.isBefore(FIRST.plus(Duration.ofDays(6))); day = day.plus(Duration.ofDays(1))) {
            session = Given.asRead(session).strike(day, AROUND);
            sent += session.journal().messages().size();
        }

        assertThat(sent).isEqualTo(3);
    }

    @Test
    void thoseThatWereMissedAreOneAndTheNextComesItsTimeAfterThat() {
        var outageOver = FIRST.plus(Duration.ofHours(50));

        var session = Given.anInvitedSession(DAILY).strike(outageOver, AROUND);

        assertThat(Happened.messages(session)).hasSize(1);
        assertThat(reminding(session)).isEqualTo(new Reminding(1, outageOver.plus(Duration.ofHours(24)), message()));
    }

    @Test
    void aTimerThatComesLateDoesNotComeAtNight() {
        var night = Instant.parse("2026-03-02T23:30:00Z");

        var session = Given.anInvitedSession(DAILY).strike(night, AROUND);

        assertThat(Happened.messages(session)).isEmpty();
        assertThat(reminding(session).next()).isEqualTo(Instant.parse("2026-03-03T08:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void remindingStopsWith(UnaryOperator<Session> command) {
        var session = Given.asRead(command.apply(Given.anInvitedSession(DAILY)));

        assertThat(session.strike(SECOND, AROUND).journal().messages()).noneMatch(m -> m instanceof Message.Nudge);
    }

    static Stream<Named<UnaryOperator<Session>>> ends() {
        return Stream.of(
                Named.of("the join", Given::joined),
                Named.of("the end", Given::ended),
                Named.of(
                        "a message that did not arrive",
                        s -> s.delivered(
                                Given.link(1).invitation(), InvitationState.UNDELIVERED, "gave-up", Given.NOW)),
                Named.of("the lapse of the link", s -> lapsing()),
                Named.of("the expiry of the session", s -> s.elapse(Given.START.plus(Settings.INACTIVITY))));
    }

    private static Session lapsing() {
        return Given.anInvitedSession(
                Settings.usual().link(Lifetime.of(Duration.ofHours(4))).reminders(4, 24, 3));
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void remindingBeginsAnewWith(UnaryOperator<Session> command) {
        var reminded = Given.asRead(Given.anInvitedSession(DAILY).strike(FIRST, AROUND));
        var later = FIRST.plus(Duration.ofMinutes(30));

        var session = command.apply(reminded);

        assertThat(reminding(session)).isEqualTo(new Reminding(0, later.plus(Duration.ofHours(4)), null));
    }

    static Stream<Named<UnaryOperator<Session>>> beginnings() {
        var later = FIRST.plus(Duration.ofMinutes(30));
        return Stream.of(
                Named.of("a resend", s -> s.resend(Given.link(2), Given.ALICE, later)),
                Named.of("re-engaging", s -> s.reengage(Given.ben(), Given.link(2), Given.ALICE, later)),
                Named.of("renewing", s -> s.end(Given.ALICE, later).renew(true, Given.link(2), Given.ALICE, later)),
                Named.of("renewing without a message", s -> s.end(Given.ALICE, later)
                        .renew(false, Given.link(2), Given.ALICE, later)));
    }

    @Test
    void aReminderThatIsStillUnderWayIsCalledBackByTheJoinAndByWhatReplacesIt() {
        var reminded = Given.asRead(Given.anInvitedSession(DAILY).strike(FIRST, AROUND));

        assertThat(Happened.messages(reminded.resend(Given.link(2), Given.ALICE, FIRST)))
                .startsWith("cancel reminder SUPERSEDED", "cancel #1 SUPERSEDED");
        assertThat(Happened.messages(reminded.end(Given.ALICE, FIRST))).contains("cancel reminder WITHDRAWN");
        var attempt = new JoinAttempt(Given.link(50).hash(), Given.PHONE, true, null, null);
        assertThat(Happened.messages(
                        CustomerSide.of(reminded, FIRST).join(attempt).orThrow()))
                .containsExactly("cancel reminder WITHDRAWN");
    }

    @Test
    void nobodyIsRemindedOfWhatTheAgentCarriesNorOfWhatIsPlanned() {
        var external = Given.anInvitedSession(Settings.usual().external().reminders(4, 24, 3));
        var planned = Given.aPlannedSession(DAILY);

        assertThat(reminding(external)).isNull();
        assertThat(planned.nextDue()).isNull();
        assertThat(Given.anInvitedSession(DAILY)
                        .invitations()
                        .current()
                        .orElseThrow()
                        .channel())
                .isEqualTo(Channel.EMAIL);
    }

    private static Reminding reminding(Session session) {
        return session.invitations().current().orElseThrow().reminding();
    }

    private static UUID message() {
        return Given.link(50).invitation();
    }
}
