package io.parley.notification.message.model;

import java.time.Instant;

/**
 * A message's way from the request to its one outcome. It only moves forward: a move that a state does not override
 * leaves it as it is, so that whatever comes late, twice or out of order is harmless.
 *
 * <pre>
 *                 ┌───deferred, unknown───┐
 *                 ▼                       │
 * Requested ──claim──▶ Sending ──accepted─┴─▶ Sent ──receipt──▶ Delivered | Undelivered
 *     │                   └──refused, time is up──────────────▶ Undelivered
 *     └──cancel───────────┴───────────────────────────────────▶ Superseded | Cancelled
 * </pre>
 */
public sealed interface MessageState {

    StateName name();

    Tries tries();

    /** Takes the message for one handover; whoever claims what is still being sent declares the former sender dead. */
    default MessageState claim(Instant now) {
        return this;
    }

    /**
     * The handover has ended.
     *
     * @param chance evenly spread in [0, 1), for the jitter
     */
    default MessageState finish(Handover handover, RetryPlan plan, Instant now, double chance) {
        return this;
    }

    default MessageState cancel(CancelReason reason) {
        return this;
    }

    default MessageState receive(Receipt receipt, String reason) {
        return this;
    }

    /** The sender hands the message back untried, for instance since it shuts down. */
    default MessageState release(Instant now) {
        return this;
    }

    record Requested(Tries tries, Instant dueAt, Instant giveUpAt) implements MessageState {
        @Override
        public StateName name() {
            return StateName.REQUESTED;
        }

        @Override
        public MessageState claim(Instant now) {
            return isOver(giveUpAt, now)
                    ? new Undelivered(tries, Reason.GAVE_UP)
                    : new Sending(tries.next(), giveUpAt, null);
        }

        @Override
        public MessageState cancel(CancelReason reason) {
            return reason.outcome(tries);
        }

        /** A receipt for something that was never handed over is not ours. */
        @Override
        public MessageState receive(Receipt receipt, String reason) {
            return tries.made() == 0 ? this : receipt.state(tries, reason);
        }
    }

    /** Leased to one sender. A cancel meanwhile waits for the end of the handover, which may be past stopping. */
    record Sending(Tries tries, Instant giveUpAt, CancelReason cancelled) implements MessageState {
        @Override
        public StateName name() {
            return StateName.SENDING;
        }

        @Override
        public MessageState claim(Instant now) {
            var soFar = tries.withUnknown();
            if (cancelled != null) {
                return cancelled.outcome(soFar);
            }
            return new Requested(soFar, now, giveUpAt).claim(now);
        }

        @Override
        public MessageState finish(Handover handover, RetryPlan plan, Instant now, double chance) {
            if (handover.result() == Handover.Result.ACCEPTED) {
                return new Sent(tries);
            }
            if (handover.result() == Handover.Result.REFUSED) {
                return cancelled == null ? new Undelivered(tries, handover.reason()) : cancelled.outcome(tries);
            }
            var next = plan.next(handover, tries);
            if (cancelled != null) {
                return cancelled.outcome(next);
            }
            var dueAt = now.plus(plan.wait(tries, next, handover, chance));
            return new Requested(next, dueAt.isAfter(giveUpAt) ? giveUpAt : dueAt, giveUpAt);
        }

        @Override
        public MessageState cancel(CancelReason reason) {
            return cancelled == null ? new Sending(tries, giveUpAt, reason) : this;
        }

        @Override
        public MessageState receive(Receipt receipt, String reason) {
            return receipt.state(tries, reason);
        }

        @Override
        public MessageState release(Instant now) {
            var untried = new Tries(tries.made() - 1, tries.unknown(), tries.round(), tries.gateway());
            return cancelled == null ? new Requested(untried, now, giveUpAt) : cancelled.outcome(untried);
        }
    }

    /** A gateway has it. */
    record Sent(Tries tries) implements MessageState {
        @Override
        public StateName name() {
            return StateName.SENT;
        }

        @Override
        public MessageState receive(Receipt receipt, String reason) {
            return receipt.state(tries, reason);
        }
    }

    record Delivered(Tries tries) implements MessageState {
        @Override
        public StateName name() {
            return StateName.DELIVERED;
        }
    }

    record Undelivered(Tries tries, String reason) implements MessageState {
        @Override
        public StateName name() {
            return StateName.UNDELIVERED;
        }
    }

    record Superseded(Tries tries) implements MessageState {
        @Override
        public StateName name() {
            return StateName.SUPERSEDED;
        }
    }

    record Cancelled(Tries tries) implements MessageState {
        @Override
        public StateName name() {
            return StateName.CANCELLED;
        }
    }

    private static boolean isOver(Instant giveUpAt, Instant now) {
        return !now.isBefore(giveUpAt);
    }
}
