package io.parley.session.session.model;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import io.parley.session.session.model.afterend.Access;
import io.parley.session.session.model.afterend.AccessMode;
import io.parley.session.session.model.retention.Retained;

/**
 * A session's life. A move that a state does not override is refused, with the reason that this state gives.
 *
 * <pre>
 *            ┌ re-engage        ┌ resend, re-engage
 *            ▼                  ▼
 *  plan ─▶ Planned ──invite──▶ Invited ──join──▶ Active
 *  start ───────┼─────────────▶ │                  │
 *               └─────end───────┴───────end────────┴──▶ Ended ──renew──▶ (the state before)
 * </pre>
 */
public sealed interface SessionState {

    StateName name();

    /** Why this state refuses a command that it does not allow. */
    MoveRefused refuse();

    default Invited invite(Instant now) {
        throw refuse();
    }

    default SessionState resend() {
        throw refuse();
    }

    default SessionState reengage() {
        throw refuse();
    }

    default Active join(Instant now) {
        throw refuse();
    }

    /** Whatever adds to the session, takes from it or labels it. */
    default SessionState change() {
        throw refuse();
    }

    default SessionState issueLink() {
        throw refuse();
    }

    default SessionState restartWorkflow() {
        throw refuse();
    }

    default SessionState transfer() {
        throw refuse();
    }

    default Ended end(EndReason reason, Access access, Instant at, Instant renewableUntil) {
        throw refuse();
    }

    default SessionState renew(Instant now) {
        throw new MoveRefused(Refusal.SESSION_NOT_ENDED);
    }

    /** What all states but the last have in common. */
    sealed interface Open extends SessionState {
        @Override
        default Open change() {
            return this;
        }

        @Override
        default Open transfer() {
            return this;
        }

        @Override
        default Ended end(EndReason reason, Access access, Instant at, Instant renewableUntil) {
            return new Ended(this, reason, access, at, renewableUntil, false, Set.of());
        }
    }

    /** What the states have in common in which a customer has a link. */
    sealed interface Reached extends Open {
        Instant invitedAt();

        @Override
        default Reached issueLink() {
            return this;
        }

        @Override
        default Reached restartWorkflow() {
            return this;
        }
    }

    /** Prepared; nothing has reached the customer and no clock runs. */
    record Planned() implements Open {
        @Override
        public StateName name() {
            return StateName.PLANNED;
        }

        @Override
        public MoveRefused refuse() {
            return new MoveRefused(Refusal.SESSION_NOT_INVITED);
        }

        @Override
        public Invited invite(Instant now) {
            return new Invited(now);
        }

        @Override
        public Planned reengage() {
            return this;
        }
    }

    /** The customer has a link, and has not joined. */
    record Invited(Instant invitedAt) implements Reached {
        @Override
        public StateName name() {
            return StateName.INVITED;
        }

        @Override
        public MoveRefused refuse() {
            return new MoveRefused(Refusal.SESSION_ALREADY_INVITED);
        }

        @Override
        public Invited resend() {
            return this;
        }

        @Override
        public Invited reengage() {
            return this;
        }

        @Override
        public Active join(Instant now) {
            return new Active(invitedAt, now);
        }
    }

    /** The customer has joined; who they are can no longer be changed. */
    record Active(Instant invitedAt, Instant joinedAt) implements Reached {
        @Override
        public StateName name() {
            return StateName.ACTIVE;
        }

        @Override
        public MoveRefused refuse() {
            return new MoveRefused(Refusal.CUSTOMER_ALREADY_JOINED);
        }
    }

    /**
     * Over; what it was is kept, so that it can be restored.
     *
     * @param access the customer's from here on, frozen
     * @param renewableUntil null for without limit
     * @param unrenewable the clock of renewability has struck
     * @param purged what is no longer retained
     */
    record Ended(
            Open before,
            EndReason reason,
            Access access,
            Instant at,
            Instant renewableUntil,
            boolean unrenewable,
            Set<Retained> purged)
            implements SessionState {

        public Ended {
            // Not Set.copyOf: its order, and so the stored form, would change from one process to the next.
            purged =
                    purged == null || purged.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(purged));
        }

        @Override
        public StateName name() {
            return StateName.ENDED;
        }

        @Override
        public MoveRefused refuse() {
            return new MoveRefused(Refusal.SESSION_ENDED, at);
        }

        @Override
        public Open renew(Instant now) {
            if (unrenewable || renewableUntil != null && !now.isBefore(renewableUntil)) {
                throw new MoveRefused(Refusal.RENEWAL_PERIOD_OVER, renewableUntil);
            }
            if (!purged.isEmpty()) {
                throw new MoveRefused(Refusal.SESSION_PURGED);
            }
            return before;
        }

        /** A customer had joined, and may still come back. */
        boolean isAccessible() {
            return before instanceof Active && access.mode() != AccessMode.NONE;
        }

        Ended closeAccess() {
            return new Ended(before, reason, access.close(), at, renewableUntil, unrenewable, purged);
        }

        Ended closeRenewal() {
            return new Ended(before, reason, access, at, renewableUntil, true, purged);
        }

        Ended purge(Retained what) {
            var gone = EnumSet.copyOf(what.withWhatIsPartOfIt());
            gone.addAll(purged);
            // What is left is no room to come into; nor is anything to be added that no clock would purge.
            return new Ended(before, reason, access.close(), at, renewableUntil, unrenewable, gone);
        }
    }
}
