package io.parley.session.session.model.content;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.Given;
import io.parley.session.session.model.Lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is in the room is found by its id. */
class ContentTest {

    private static final SessionWorkflow SLOW = Given.aWorkflow(Given.id(301), Lifetime.of(Duration.ofDays(2)));
    private static final SessionWorkflow ENDLESS = Given.aWorkflow(Given.id(303), Lifetime.NEVER);
    private static final SessionWorkflow FAST = Given.aWorkflow(Given.id(302), Lifetime.of(Duration.ofDays(1)));

    @Test
    void onlyWhatMovedIsToldAsMoved() {
        var before = Content.EMPTY.add(SLOW).add(FAST);

        var after = before.replace(FAST.start(Given.START));

        assertThat(after.movedSince(before)).extracting(SessionWorkflow::id).containsExactly(FAST.id());
        assertThat(before.add(ENDLESS).movedSince(before)).isEmpty();
    }

    @Test
    void removingTakesOutTheOneAndKeepsTheOrder() {
        var content = Content.EMPTY.add(Given.terms()).add(SLOW).add(FAST).add(ENDLESS);

        assertThat(content.remove(FAST.id()).workflows()).containsExactly(SLOW, ENDLESS);
        assertThat(content.remove(FAST.id()).assets()).containsExactly(Given.terms());
        assertThat(content.remove(Given.TERMS).assets()).isEmpty();
    }

    @Test
    void stepsAreDoneInTheirOrderAndTheLastCompletes() {
        var running = FAST.start(Given.START);

        var half = running.completeStep("upload", Given.NOW);
        var done = half.completeStep("sign", Given.NOW);

        assertThat(half.state()).isEqualTo(running.state());
        assertThat(done.state()).isEqualTo(new WorkflowState.Completed(Given.NOW));
        assertThat(done.nextStep()).isEmpty();
        assertThatThrownBy(() -> running.completeStep("sign", Given.NOW)).hasMessage("STEP_NOT_NEXT");
        assertThatThrownBy(() -> half.completeStep("upload", Given.NOW)).hasMessage("STEP_NOT_NEXT");
        assertThatThrownBy(() -> done.completeStep("sign", Given.NOW)).hasMessage("WORKFLOW_COMPLETED");
    }
}
