package io.parley.session.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.parley.session.session.model.Actor.Role;

import static io.parley.session.access.Action.CHANGE;
import static io.parley.session.access.Action.COPY_LINK;
import static io.parley.session.access.Action.END;
import static io.parley.session.access.Action.INVITE;
import static io.parley.session.access.Action.REENGAGE;
import static io.parley.session.access.Action.RENEW;
import static io.parley.session.access.Action.SEE;
import static io.parley.session.access.Action.TRANSFER;

/** Who may do what: role × relation × action, as data. What is not in it is denied. */
final class AccessMatrix {

    private static final Set<Action> ALL = EnumSet.allOf(Action.class);

    /** In the order in which a capacity is chosen where several would do. */
    static final List<Rule> RULES = List.of(
            new Rule(Role.AGENT, Relation.OWN, ALL),
            new Rule(Role.SUPERVISOR, Relation.OWN, ALL),
            new Rule(Role.SUPERVISOR, Relation.HOME_TEAM, EnumSet.of(SEE, END, TRANSFER)),
            new Rule(
                    Role.SYSTEM,
                    Relation.OTHER,
                    EnumSet.of(SEE, INVITE, REENGAGE, END, RENEW, TRANSFER, CHANGE, COPY_LINK)),
            new Rule(Role.AGENT, Relation.SEEN_BY_SCOPE, EnumSet.of(SEE)),
            new Rule(Role.SUPERVISOR, Relation.SEEN_BY_SCOPE, EnumSet.of(SEE)));

    record Rule(Role role, Relation relation, Set<Action> actions) {
        boolean allows(Set<Role> roles, Set<Relation> relations, Action action) {
            return roles.contains(role) && relations.contains(relation) && actions.contains(action);
        }
    }

    private AccessMatrix() {}

    static boolean allows(Set<Role> roles, Set<Relation> relations, Action action) {
        return RULES.stream().anyMatch(rule -> rule.allows(roles, relations, action));
    }

    /** The role in which it is allowed. */
    static Role require(Set<Role> roles, Set<Relation> relations, Action action) {
        if (!allows(roles, relations, SEE)) {
            throw new SessionHidden();
        }
        return RULES.stream()
                .filter(rule -> rule.allows(roles, relations, action))
                .map(Rule::role)
                .findFirst()
                .orElseThrow(ActionForbidden::new);
    }
}
