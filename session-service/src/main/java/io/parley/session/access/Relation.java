package io.parley.session.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import io.parley.session.session.model.Session;

/** How a caller stands to a session; several may hold at once. */
public enum Relation {
    OWN,
    HOME_TEAM,
    /** A session that runs with, or belongs to, one of the caller's secondary teams. */
    SECONDARY_TEAM,
    /** Not one of these, but within the history scope that the caller's home team sets. */
    SEEN_BY_SCOPE,
    OTHER;

    static Set<Relation> of(Caller caller, Session session) {
        return of(caller, session.owner().subject(), session.origin().homeTeam());
    }

    static Set<Relation> of(Caller caller, String owner, UUID homeTeam) {
        var relations = EnumSet.of(OTHER);
        if (owner.equals(caller.subject())) {
            relations.add(OWN);
        }
        if (homeTeam.equals(caller.homeTeam())) {
            relations.add(HOME_TEAM);
        }
        if (caller.secondaryTeams().contains(homeTeam)) {
            relations.add(SECONDARY_TEAM);
        }
        switch (caller.historyScope()) {
            case ALL:
                relations.add(SEEN_BY_SCOPE);
                break;
            case TEAM:
                if (relations.contains(HOME_TEAM) || relations.contains(SECONDARY_TEAM)) {
                    relations.add(SEEN_BY_SCOPE);
                }
                break;
            default:
                break;
        }
        return relations;
    }
}
