package io.parley.session.session.model.content;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.parley.session.session.model.Lifetime;
import io.parley.session.session.model.content.WorkflowState.Completed;
import io.parley.session.session.model.content.WorkflowState.Expired;
import io.parley.session.session.model.content.WorkflowState.Running;
import io.parley.session.session.model.content.WorkflowState.Stopped;
import io.parley.session.session.model.content.WorkflowState.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

/** Every move of a workflow in each of its states. */
class WorkflowStateTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration FULL = Duration.ofHours(1);
    private static final Duration LEFT = Duration.ofMinutes(40);

    private static final Map<String, WorkflowState> STATES = Map.of(
            "waiting", new Waiting(),
            "running", new Running(NOW.plus(LEFT)),
            "running full", new Running(NOW.plus(FULL)),
            "overdue", new Running(NOW),
            "endless", new Running(null),
            "stopped", new Stopped(LEFT),
            "stopped endless", new Stopped(null),
            "expired", new Expired(NOW),
            "completed", new Completed(NOW));

    private static final Map<String, UnaryOperator<WorkflowState>> MOVES = Map.of(
            "start", s -> s.start(Lifetime.of(FULL), NOW),
            "restart", s -> s.restart(Lifetime.of(FULL), NOW),
            "expire", s -> s.expire(NOW),
            "stop", s -> s.stop(NOW),
            "resume", s -> s.resume(NOW),
            "complete", s -> s.complete(NOW));

    @ParameterizedTest
    @CsvSource({
        "start, waiting, running full",
        "start, running, running",
        "start, endless, endless",
        "start, stopped, stopped",
        "start, expired, expired",
        "start, completed, completed",
        "restart, waiting, waiting",
        "restart, running, running full",
        "restart, endless, running full",
        "restart, stopped, stopped",
        "restart, expired, running full",
        "restart, completed, completed",
        "expire, waiting, waiting",
        "expire, running, running",
        "expire, overdue, expired",
        "expire, endless, endless",
        "expire, stopped, stopped",
        "expire, expired, expired",
        "expire, completed, completed",
        "stop, waiting, waiting",
        "stop, running, stopped",
        "stop, endless, stopped endless",
        "stop, stopped, stopped",
        "stop, expired, expired",
        "stop, completed, completed",
        "resume, waiting, waiting",
        "resume, running, running",
        "resume, stopped, running",
        "resume, stopped endless, endless",
        "resume, expired, expired",
        "resume, completed, completed",
        "complete, waiting, waiting",
        "complete, running, completed",
        "complete, endless, completed",
        "complete, stopped, completed",
        "complete, expired, expired",
        "complete, completed, completed",
    })
    void aMoveLeads(String move, String from, String to) {
        assertThat(MOVES.get(move).apply(STATES.get(from))).isEqualTo(STATES.get(to));
    }

    @Test
    void onlyARunningOneIsRunningAndOnlyOneWithALengthLapses() {
        assertThat(STATES.entrySet().stream()
                        .filter(s -> s.getValue().isRunning())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("running", "running full", "overdue", "endless");
        assertThat(STATES.entrySet().stream()
                        .filter(s -> s.getValue().expiresAt() != null)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("running", "running full", "overdue");
    }

    @Test
    void onlyACompletedOneIsFinished() {
        assertThat(STATES.entrySet().stream()
                        .filter(s -> s.getValue().isFinished())
                        .map(Map.Entry::getKey))
                .containsExactly("completed");
    }

    @Test
    void aRemainderThatLeadsBeyondTheCalendarNeverEnds() {
        var almostForEver = Duration.ofDays(365L * 7970);

        assertThat(new Stopped(almostForEver).resume(NOW.plus(Duration.ofDays(36_525))))
                .isEqualTo(new Running(null));
    }
}
