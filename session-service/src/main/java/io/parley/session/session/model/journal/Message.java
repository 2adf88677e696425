package io.parley.session.session.model.journal;

import java.util.UUID;

import io.parley.session.session.model.Owner;
import io.parley.session.session.model.invitation.Contact;
import io.parley.session.session.model.invitation.Invitation;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.session.model.invitation.Link;

/** What a command wants said, or unsaid, to the customer or to an agent. */
public sealed interface Message {

    /** Invite by this link; {@code cause} decides which words. */
    record Invite(Contact contact, Invitation invitation, Link link, Cause cause) implements Message {}

    /**
     * Bring back who was invited before, by a further link of the same invitation; {@code cause} decides which words.
     * The link's id is the message's.
     */
    record Nudge(Contact contact, Invitation invitation, Link link, Cause cause) implements Message {}

    /** Do not send it if it is not gone yet; an invitation's id is also its message's. */
    record Cancel(UUID message, InvitationState outcome) implements Message {}

    /** A one-time code for the entrance. */
    record Code(Contact contact, OneTimeSecret code) implements Message {}

    /** @param reason null for none */
    record TellAgent(Owner agent, Subject subject, String reason) implements Message {}

    /** What an agent is told of. */
    enum Subject {
        INVITATION_UNDELIVERED,
        WORKFLOW_COMPLETED,
        SESSION_TRANSFERRED
    }

    /** A freshly made one-time code, the only moment at which its digits are known. */
    record OneTimeSecret(String digits, String hash) {

        @Override
        public String toString() {
            return "OneTimeSecret[…]"; // a secret must not reach a log by accident
        }
    }
}
