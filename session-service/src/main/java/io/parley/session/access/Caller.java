package io.parley.session.access;

import java.util.Set;
import java.util.UUID;

import io.parley.session.session.model.Actor;
import io.parley.session.session.model.Session;
import io.parley.session.settings.Resolution.HistoryScope;

/**
 * Who calls, with what decides about access.
 *
 * @param name as customers see it; the subject where no name is known
 * @param admin also administers, which by itself shows no session
 * @param homeTeam null for machines, and where it is not known
 * @param secondaryTeams empty where they are not known
 * @param region by which the home team reads national telephone numbers; null where it is not known
 */
public record Caller(
        String subject,
        Set<Actor.Role> roles,
        String name,
        boolean admin,
        UUID homeTeam,
        Set<UUID> secondaryTeams,
        HistoryScope historyScope,
        String region) {

    /**
     * In which capacity the caller does this to the session.
     *
     * @throws SessionHidden where the caller may not even see it
     * @throws ActionForbidden where the caller may see it, and no more
     */
    public Actor to(Action action, Session session) {
        var relation = Relation.of(this, session);
        return new Actor(subject, AccessMatrix.require(roles, relation, action));
    }

    /** Whether this caller may have anything to do with the session. */
    public boolean sees(Session session) {
        return AccessMatrix.allows(roles, Relation.of(this, session), Action.SEE);
    }

    /** @throws SessionHidden where the caller may not even see it */
    public void requireSight(Session session) {
        if (!sees(session)) {
            throw new SessionHidden();
        }
    }

    /** The same for a session of which no more is known than whose it is. */
    public boolean sees(String owner, UUID sessionsHomeTeam) {
        return AccessMatrix.allows(roles, Relation.of(this, owner, sessionsHomeTeam), Action.SEE);
    }

    public boolean is(Actor.Role role) {
        return roles.contains(role);
    }
}
