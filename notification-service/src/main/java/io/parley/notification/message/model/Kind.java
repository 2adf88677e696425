package io.parley.notification.message.model;

/** What a message is about. */
public enum Kind {
    INVITATION,
    RESEND,
    RE_ENGAGEMENT,
    RENEWAL,
    REMINDER,
    NEW_ACTIVITY,
    OTP,
    INVITATION_UNDELIVERED,
    WORKFLOW_COMPLETED,
    SESSION_TRANSFERRED
}
