package io.parley.session.invitation;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What notification-service says of a message.
 *
 * @param invitationId null for messages that are not about an invitation
 * @param reason null unless undelivered
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Delivery(UUID sessionId, UUID invitationId, String reason) {}
