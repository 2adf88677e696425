package io.parley.session.session.model.journal;

/** What can happen to a session, with the names under which other systems know it. */
public enum EventType {
    SESSION_PLANNED("parley.session.planned.v1"),
    SESSION_STARTED("parley.session.started.v1"),
    SESSION_INVITED("parley.session.invited.v1"),
    SESSION_REENGAGED("parley.session.re-engaged.v1"),
    SESSION_JOINED("parley.session.joined.v1"),
    SESSION_ENDED("parley.session.ended.v1"),
    SESSION_EXPIRED("parley.session.expired.v1"),
    SESSION_RENEWED("parley.session.renewed.v1"),
    SESSION_TRANSFERRED("parley.session.transferred.v1"),
    ACCESS_ENDED("parley.session.access-ended.v1"),
    RENEWABILITY_ENDED("parley.session.renewability-ended.v1"),
    SESSION_PURGED("parley.session.purged.v1"),
    SESSION_CHANGED("parley.session.changed.v1"),
    INVITATION_DELIVERED("parley.invitation.delivered.v1"),
    INVITATION_UNDELIVERED("parley.invitation.undelivered.v1"),
    INVITATION_EXPIRED("parley.invitation.expired.v1"),
    WORKFLOW_ADDED("parley.workflow.added.v1"),
    WORKFLOW_STARTED("parley.workflow.started.v1"),
    WORKFLOW_RESTARTED("parley.workflow.restarted.v1"),
    WORKFLOW_STEP_COMPLETED("parley.workflow.step-completed.v1"),
    WORKFLOW_COMPLETED("parley.workflow.completed.v1"),
    WORKFLOW_EXPIRED("parley.workflow.expired.v1"),
    WORKFLOW_STOPPED("parley.workflow.stopped.v1"),
    ASSET_ADDED("parley.asset.added.v1"),
    ASSET_REMOVED("parley.asset.removed.v1"),
    DOCUMENT_ADDED("parley.document.added.v1"),
    MESSAGE_ADDED("parley.session.message-added.v1");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Something that a customer finds in the room. */
    public boolean isForCustomer() {
        switch (this) {
            case ASSET_ADDED:
            case WORKFLOW_ADDED:
            case WORKFLOW_RESTARTED:
            case DOCUMENT_ADDED:
            case MESSAGE_ADDED:
                return true;
            default:
                return false;
        }
    }
}
