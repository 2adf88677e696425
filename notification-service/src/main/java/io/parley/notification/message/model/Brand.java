package io.parley.notification.message.model;

import java.util.Map;

/**
 * How the sending team looks.
 *
 * @param texts the team's own words: locale, then kind, then subject, text or sms; whatever is of another shape is
 *     not used, since a team's odd setting must not cost a message
 */
public record Brand(
        String name,
        String primaryColour,
        String accentColour,
        String smsSender,
        String mailFromName,
        String mailReplyTo,
        Map<String, Object> texts) {}
