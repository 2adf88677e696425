package io.parley.session.session.model;

/** Who or what ended a session. */
public enum EndReason {
    AGENT,
    SUPERVISOR,
    SYSTEM,
    INACTIVITY;

    static EndReason by(Actor actor) {
        switch (actor.role()) {
            case SUPERVISOR:
                return SUPERVISOR;
            case SYSTEM:
                return SYSTEM;
            case TIMER:
                return INACTIVITY;
            default:
                return AGENT;
        }
    }
}
