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
    SESSION_TRANSFERRED;

    /** Whether nobody has asked for it just now, and a budget in front has not counted it. */
    public boolean isSentByATimer() {
        return this == REMINDER || this == NEW_ACTIVITY;
    }
}
