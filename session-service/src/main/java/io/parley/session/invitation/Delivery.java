package io.parley.session.invitation;

import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What notification-service says of a message.
 *
 * @param invitationId null for messages that are not about an invitation; its own message has the same id
 * @param reason null unless undelivered
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Delivery(UUID messageId, UUID sessionId, UUID invitationId, String reason) {

    private static final Set<String> OF_THE_CONTACT = Set.of("address-rejected", "number-rejected", "not-delivered");

    /** A reminder that never got out says nothing of its invitation; one that the contact did not take does. */
    boolean isAboutTheInvitation() {
        return invitationId != null
                && (reason == null || invitationId.equals(messageId) || OF_THE_CONTACT.contains(reason));
    }
}
