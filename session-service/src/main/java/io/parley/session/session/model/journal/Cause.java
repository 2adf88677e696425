package io.parley.session.session.model.journal;

/** Which command or clock brought an event about, as events name it. */
public enum Cause {
    START("start"),
    PLAN("plan"),
    INVITE("invite"),
    RESEND("resend"),
    REENGAGE("re-engage"),
    NEW_LINK("new-link"),
    JOIN("join"),
    END("end"),
    RENEW("renew"),
    TRANSFER("transfer"),
    LABEL("label"),
    DEVICE("device"),
    RETURN("return"),
    CODE("code"),
    LOCK("lock"),
    CHANGE("change"),
    RESTART("restart"),
    STEP("step"),
    MESSAGE("message"),
    DELIVERY("delivery"),
    INACTIVITY("inactivity"),
    LINK_LIFETIME("link-lifetime"),
    WORKFLOW_CLOCK("workflow-clock"),
    ACCESS_AFTER_END("access-after-end"),
    RENEWABILITY("renewability"),
    REMINDER("reminder"),
    NEW_ACTIVITY("new-activity"),
    RETENTION("retention");

    private final String wireName;

    Cause(String wireName) {
        this.wireName = wireName;
    }

    /** Whoever does it is in the room, not before its door. */
    public boolean isFromRoom() {
        return this != CODE && this != LOCK && this != NEW_LINK;
    }

    public String wireName() {
        return wireName;
    }
}
