package io.parley.session.session.model.content;

import java.time.Duration;
import java.time.Instant;

import io.parley.session.session.model.Lifetime;

/**
 * The life and the clock of a session workflow.
 *
 * <pre>
 * Waiting ──start──▶ Running ──complete──▶ Completed
 *                    │ ▲  │ ▲
 *             expire │ │  │ └──resume── Stopped
 *                    ▼ │  └───stop────────▲
 *                  Expired (restart runs it again)
 * </pre>
 *
 * A move that means nothing in a state leaves it as it is.
 */
public sealed interface WorkflowState {

    default WorkflowState start(Lifetime full, Instant now) {
        return this;
    }

    /** From its full length, whatever was left. */
    default WorkflowState restart(Lifetime full, Instant now) {
        return this;
    }

    default WorkflowState expire(Instant now) {
        return this;
    }

    default WorkflowState stop(Instant now) {
        return this;
    }

    default WorkflowState resume(Instant now) {
        return this;
    }

    default WorkflowState complete(Instant now) {
        return this;
    }

    /** Its steps are open to a customer who is in the room. */
    default boolean isRunning() {
        return false;
    }

    default boolean isFinished() {
        return false;
    }

    /** When its clock lapses; null when none runs. */
    default Instant expiresAt() {
        return null;
    }

    /** In the session, not begun: the customer is not invited yet. */
    record Waiting() implements WorkflowState {
        @Override
        public WorkflowState start(Lifetime full, Instant now) {
            return new Running(full.endFrom(now));
        }
    }

    /** @param expiresAt null for never */
    record Running(Instant expiresAt) implements WorkflowState {
        @Override
        public WorkflowState restart(Lifetime full, Instant now) {
            return new Running(full.endFrom(now));
        }

        @Override
        public WorkflowState expire(Instant now) {
            return expiresAt == null || now.isBefore(expiresAt) ? this : new Expired(expiresAt);
        }

        @Override
        public WorkflowState stop(Instant now) {
            return new Stopped(expiresAt == null ? null : Duration.between(now, expiresAt));
        }

        @Override
        public WorkflowState complete(Instant now) {
            return new Completed(now);
        }

        @Override
        public boolean isRunning() {
            return true;
        }
    }

    /** @param remaining what the clock had left; null for never ending */
    record Stopped(Duration remaining) implements WorkflowState {
        @Override
        public WorkflowState resume(Instant now) {
            return new Running(new Lifetime(remaining).endFrom(now));
        }

        @Override
        public WorkflowState complete(Instant now) {
            return new Completed(now);
        }
    }

    /** Closed to the customer, with all that they had put in. */
    record Expired(Instant at) implements WorkflowState {
        @Override
        public WorkflowState restart(Lifetime full, Instant now) {
            return new Running(full.endFrom(now));
        }
    }

    /** Every step is done. */
    record Completed(Instant at) implements WorkflowState {
        @Override
        public boolean isFinished() {
            return true;
        }
    }
}
