package io.parley.story.stress;

import java.io.IOException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A judge who never finds fault is none: histories that cannot have been, and some that can. */
class WitnessTest {

    private AHistory history;

    @BeforeEach
    void anInvitedSession() throws IOException {
        history = new AHistory();
    }

    @Test
    void whatCanHaveBeenIsNoFault() {
        history.transferred("carol", 10);
        history.answered(Command.TRANSFER, "carol", 9, 11, 200, null);
        history.answered(Command.RENEW, "", 8, 12, 409, "session-not-ended");

        assertThat(history.faults()).isEmpty();
    }

    @Test
    void anAcknowledgedCommandThatIsNotInTheTimelineIsFound() {
        history.answered(Command.LINK, "", null, 9, 11, 200, null, null);

        assertThat(history.faults()).singleElement().asString().contains("not in the timeline");
    }

    @Test
    void whatNobodyAskedForIsFound() {
        history.transferred("carol", 10);

        assertThat(history.faults()).singleElement().asString().contains("nobody asked");
    }

    @Test
    void aCommandThatIsDoneTwiceIsFound() {
        history.transferred("carol", 10);
        history.answered(Command.TRANSFER, "carol", 9, 31, 200, null);
        history.transferred("bob", 20);
        history.answered(Command.TRANSFER, "bob", 19, 21, 200, null);
        history.transferred("carol", 30);

        assertThat(history.faults()).singleElement().asString().contains("nobody asked");
    }

    @Test
    void aRefusalThatTheModelNeverGivesIsFound() {
        history.answered(Command.RENEW, "", 8, 12, 409, "renewal-period-over");

        assertThat(history.faults()).singleElement().asString().contains("never between");
    }

    @Test
    void aRefusalByWhatWasLongPastIsFound() {
        history.transferred("carol", 10);
        history.answered(Command.TRANSFER, "carol", 9, 11, 200, null);
        history.ended(20);
        history.answered(Command.END, "", 19, 21, 200, null);
        history.answered(Command.RENEW, "", 30, 31, 409, "session-not-ended");

        assertThat(history.faults()).singleElement().asString().contains("never between");
    }

    @Test
    void aClockThatStrikesEarlyIsFound() {
        history.told("parley.session.expired.v1", "inactivity", "INVITED", "ENDED", "timer", 5);

        assertThat(history.faults()).singleElement().asString().contains("the model has []");
    }

    @Test
    void whoFindsItDoneHasNotDoneIt() {
        history.ended(10);
        history.answered(Command.RESEND, "", null, 11, 12, 410, "session-ended", null);
        history.answered(Command.END, "", 13, 14, 200, null);
        history.answered(Command.END, "", null, 9, 20, 0, null, null);

        assertThat(history.faults()).isEmpty();
    }

    @Test
    void whoNamedTheVersionThatTheEndLeftHasNotEndedIt() {
        history.ended(10);
        history.answeredAt(4, Command.END, 9, 11);
        history.answered(Command.END, "", 9, 12, 200, null);

        assertThat(history.faults()).isEmpty();
    }

    @Test
    void anAnswerAtTheVersionNamedTellsOfNoEffect() {
        history.ended(10);
        history.answeredAt(4, Command.END, 9, 11);

        assertThat(history.faults()).singleElement().asString().contains("nobody asked");
    }

    @Test
    void aStepOfTheBrowserThatJoinedIsNoFault() {
        history.joined("Anna's", 10);
        history.stepped(20);
        history.answered(Command.STEP, AHistory.WORKFLOW, "Anna's", 19, 21, 200, null, null);
        history.answered(Command.STEP, AHistory.WORKFLOW, "Bea's", 19, 21, 401, "not-in-the-room", null);

        assertThat(history.faults()).isEmpty();
    }

    @Test
    void aStepOfABrowserThatIsNotInTheRoomIsFound() {
        history.joined("Anna's", 10);
        history.stepped(20);
        history.answered(Command.STEP, AHistory.WORKFLOW, "Bea's", 19, 21, 200, null, null);

        assertThat(history.faults()).singleElement().asString().contains("a browser that was out");
    }

    @Test
    void aBrowserInTheRoomThatIsTakenForAStrangerIsFound() {
        history.joined("Anna's", 10);
        history.answered(Command.STEP, AHistory.WORKFLOW, "Anna's", 19, 21, 401, "not-in-the-room", null);

        assertThat(history.faults()).singleElement().asString().contains("never between");
    }
}
