package io.parley.notification.smtp;

/** The connection has ended before the relay's last answer. */
public final class SmtpLost extends Exception {

    private final boolean afterContent;

    SmtpLost(boolean afterContent) {
        super(afterContent ? "after the content" : "before the content", null, false, false);
        this.afterContent = afterContent;
    }

    /** Whether the relay may have the mail: before its content has begun to go out, it can't. */
    public boolean mayHaveTheMail() {
        return afterContent;
    }
}
