package io.parley.session.session.model;

/** What may be asked of a session; with the state it decides, together they are total. */
public enum Command {
    INVITE("invite"),
    RESEND("resend"),
    REENGAGE("re-engage"),
    JOIN("join"),
    END("end"),
    RENEW("renew"),
    TRANSFER("transfer"),
    CHANGE("change"),
    ISSUE_LINK("link"),
    RESTART_WORKFLOW("restart-workflow");

    private final String wireName;

    Command(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
