package io.parley.session.session.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.absence.Around;
import io.parley.session.session.model.afterend.Access;
import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.session.model.journal.Cause;
import io.parley.session.session.model.journal.Detail;
import io.parley.session.session.model.journal.SessionEvent;
import io.parley.session.session.model.retention.Retained;
import io.parley.session.timeline.model.Forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What an ended session leaves behind goes by its clocks, class by class, and says so. */
class RetentionTest {

    private static final Around NOBODY = new Around(() -> Given.link(9), null);
    private static final Duration DOCUMENTS = Duration.ofDays(40);
    private static final Duration CONTACTS = Duration.ofDays(50);
    private static final Duration SKELETON = Duration.ofDays(60);

    @Test
    void eachClassGoesInItsTimeAndLeavesAnEntry() {
        var session = anEndedSession().strike(Given.END.plus(CONTACTS), NOBODY);

        assertThat(purges(session)).containsExactly(Retained.DOCUMENTS, Retained.CONTACTS);
        assertThat(session.journal().events())
                .filteredOn(event -> event.detail() instanceof Detail.OfPurge)
                .allSatisfy(event -> {
                    assertThat(event.cause()).isEqualTo(Cause.RETENTION);
                    assertThat(event.actor()).isEqualTo(Actor.TIMER);
                });
        assertThat(ended(session).purged()).containsExactly(Retained.DOCUMENTS, Retained.CONTACTS);
    }

    @Test
    void nothingGoesBeforeItsTime() {
        var session = anEndedSession().strike(Given.END.plus(DOCUMENTS).minusNanos(1), NOBODY);

        assertThat(purges(session)).isEmpty();
        assertThat(session.customer()).isEqualTo(Given.anna());
    }

    @Test
    void whoTheCustomerWasIsErasedWhereverTheModelHasIt() {
        var labelled = Given.anActiveSession(retaining())
                .label(new Labels("CRM-7", Map.of("note", "call Anna")), Given.ALICE, Given.NOW)
                .end(Given.ALICE, Given.NOW);

        var session = labelled.strike(Given.NOW.plus(CONTACTS), NOBODY);

        assertThat(session.customer()).isEqualTo(Customer.ERASED);
        assertThat(session.entrance().devices()).isEmpty();
        assertThat(session.entrance().pin()).isNull();
        assertThat(session.invitations().all()).extracting(Invitation::links).allMatch(List::isEmpty);
        assertThat(session.labels()).isEqualTo(new Labels("CRM-7", Map.of()));
    }

    @Test
    void theSkeletonTakesAllElseWithIt() {
        var early = Settings.usual().retaining(Lifetime.NEVER, Lifetime.NEVER, Lifetime.of(SKELETON));
        var session = Given.anEndedSession(early).strike(Given.END.plus(SKELETON), NOBODY);

        assertThat(purges(session)).containsExactly(Retained.SKELETON);
        assertThat(ended(session).purged()).containsExactlyInAnyOrder(Retained.values());
        assertThat(session.customer()).isEqualTo(Customer.ERASED);
        assertThat(session.nextDue()).isNull();
    }

    @Test
    void whatIsPurgedCannotBeRenewed() {
        var lasting = retaining().renewable(Lifetime.NEVER);
        var session = Given.anEndedSession(lasting).strike(Given.END.plus(DOCUMENTS), NOBODY);

        var refused = catchThrowableOfType(
                MoveRefused.class, () -> session.renew(true, Given.link(2), Given.ALICE, Given.END.plus(DOCUMENTS)));

        assertThat(refused.refusal()).isEqualTo(Refusal.SESSION_PURGED);
    }

    @Test
    void aRoomWithoutItsDocumentsIsClosedToTheCustomer() {
        var open = retaining().accessAfterEnd(AccessMode.FULL, Lifetime.NEVER);
        var session = Given.anEndedSession(open);

        assertThat(CustomerSide.of(session, Given.END.plus(DOCUMENTS).minusNanos(1))
                        .access())
                .isEqualTo(AccessMode.FULL);
        assertThat(CustomerSide.of(session.strike(Given.END.plus(DOCUMENTS), NOBODY), Given.END.plus(DOCUMENTS))
                        .access())
                .isEqualTo(AccessMode.NONE);
    }

    @Test
    void retentionCountsFromTheLastEnd() {
        var renewed = anEndedSession().renew(true, Given.link(2), Given.ALICE, Given.END.plus(Duration.ofDays(1)));
        var endedAgain = renewed.end(Given.ALICE, Given.END.plus(Duration.ofDays(2)));

        assertThat(purges(endedAgain.strike(Given.END.plus(DOCUMENTS), NOBODY))).isEmpty();
        assertThat(purges(endedAgain.strike(Given.END.plus(DOCUMENTS).plus(Duration.ofDays(2)), NOBODY)))
                .containsExactly(Retained.DOCUMENTS);
    }

    @Test
    void theForecastTellsWhatGoesWhen() {
        assertThat(Forecast.of(anEndedSession()).strikes())
                .filteredOn(strike -> strike.clock().equals("retention"))
                .extracting(Forecast.Strike::at)
                .containsExactly(Given.END.plus(DOCUMENTS), Given.END.plus(CONTACTS), Given.END.plus(SKELETON));
    }

    @Test
    void theStoredFormOfWhatIsPurgedIsInAFixedOrder() {
        var purged = new SessionState.Ended(
                new SessionState.Planned(),
                EndReason.AGENT,
                new Access(AccessMode.NONE, null),
                Instant.EPOCH,
                null,
                false,
                Set.of(Retained.SKELETON, Retained.CONTACTS, Retained.DOCUMENTS));

        assertThat(purged.purged()).containsExactly(Retained.values());
    }

    private static Session anEndedSession() {
        return Given.anEndedSession(retaining());
    }

    private static Settings retaining() {
        return Settings.usual().retaining(Lifetime.of(DOCUMENTS), Lifetime.of(CONTACTS), Lifetime.of(SKELETON));
    }

    private static SessionState.Ended ended(Session session) {
        return (SessionState.Ended) session.state();
    }

    private static List<Retained> purges(Session session) {
        return session.journal().events().stream()
                .map(SessionEvent::detail)
                .filter(Detail.OfPurge.class::isInstance)
                .map(detail -> ((Detail.OfPurge) detail).what())
                .toList();
    }
}
