package io.parley.story;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.parley.story.installation.Story;

import static io.parley.story.AColleague.BOB;
import static org.assertj.core.api.Assertions.assertThat;

/** Pre-plan, invite by SMS, join. */
@Story
class BySmsTest {

    private final ACustomer carl = ACustomer.withPhone("Carl");

    @Test
    void aPlannedCustomerHearsNothingUntilInvitedByATextThatIsWhole() {
        var session = BOB.starts(ANewSession.with(carl).planned().workflow(BOB.workflow("Report a fault")));
        assertThat(session.state()).isEqualTo("PLANNED");
        assertThat(session.stateOfTheWorkflow()).isEqualTo("WAITING");
        session.tries("link").refused(409, "session-not-invited");
        session.tries("resend").refused(409, "session-not-invited");
        session.isToldToOthersAsItWas();
        assertThat(TheTopics.messagesRequestedFor(session)).isZero();
        assertThat(carl.received()).isEmpty();

        var invited = session.does("invite");

        assertThat(invited.getString("state")).isEqualTo("INVITED");
        assertThat(session.stateOfTheWorkflow()).isEqualTo("RUNNING");
        var text = carl.receivesOne();
        assertThat(text.text()).hasSizeLessThanOrEqualTo(160).contains(text.link());
        assertThat(text.charactersBeyondGsm7()).isEmpty();
        assertThat(Instant.parse(text.message().receivedAt()))
                .isAfterOrEqualTo(Instant.parse(invited.getString("invitedAt")).minusMillis(5));
        session.awaitInvitations("DELIVERED");
        assertThat(session.timeline()).extracting(AnEvent::type).endsWith("parley.invitation.delivered.v1");

        carl.joins(text.link()).done();

        assertThat(session.state()).isEqualTo("ACTIVE");
        assertThat(session.invitations()).containsExactly("ACCEPTED");
        assertThat(carl.room().done().getList("workflows.name")).containsExactly("Report a fault");
        assertThat(TheTopics.messagesRequestedFor(session)).isEqualTo(1);
        session.isToldToOthersAsItWas();
    }
}
