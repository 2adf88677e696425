package io.parley.teamsettings.settings;

import java.util.UUID;

/** Whose settings: a team's, by its id, or the organisation's. */
final class Scope {

    static final UUID ORGANISATION = new UUID(0, 0);

    private Scope() {}

    /** The team of a change; null for the organisation. */
    static UUID team(UUID scope) {
        return scope.equals(ORGANISATION) ? null : scope;
    }
}
