package io.parley.teamsettings.resolution.model;

/** Nobody may start a session like this; says whose word it was. */
public final class ResolutionRefused extends RuntimeException {

    /** Why: there is no such member or team, the borrower's own team said no, or the lender did. */
    public enum Reason {
        UNKNOWN_MEMBER,
        UNKNOWN_TEAM,
        BORROWING_NOT_ALLOWED,
        LENDING_NOT_ALLOWED
    }

    private final Reason reason;

    ResolutionRefused(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
