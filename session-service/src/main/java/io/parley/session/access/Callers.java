package io.parley.session.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;

import io.parley.session.session.model.Actor.Role;
import io.parley.session.settings.Resolution;
import io.parley.session.settings.Resolution.HistoryScope;
import io.parley.session.settings.Resolutions;
import io.parley.session.settings.SettingsRefused;
import io.parley.session.settings.SettingsUnavailable;
import io.parley.session.settings.TeamRef;

/** Makes the caller out of the token, and of what team-settings-service knows of its subject. */
@RequestScoped
public class Callers {

    private static final Set<Role> HUMAN = EnumSet.of(Role.AGENT, Role.SUPERVISOR);

    private final SecurityIdentity identity;
    private final JsonWebToken token;
    private final Resolutions resolutions;

    Callers(SecurityIdentity identity, JsonWebToken token, Resolutions resolutions) {
        this.identity = identity;
        this.token = token;
        this.resolutions = resolutions;
    }

    /** Who calls and in which roles, which the token says; for what depends on no team of the caller's. */
    public Caller byToken() {
        return without(roles());
    }

    /** Somebody whose teams nobody knows, or can tell now, still has their own sessions. */
    public Uni<Caller> current() {
        var roles = roles();
        if (roles.stream().noneMatch(HUMAN::contains)) {
            return Uni.createFrom().item(without(roles));
        }
        return resolutions
                .resolve(token.getSubject(), null)
                .map(known -> with(roles, known))
                .onFailure(SettingsRefused.class)
                .recoverWithItem(() -> without(roles))
                .onFailure(SettingsUnavailable.class)
                .recoverWithItem(() -> without(roles));
    }

    private Set<Role> roles() {
        return EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.SYSTEM).stream()
                .filter(role -> identity.hasRole(role.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private Caller with(Set<Role> roles, Resolution known) {
        return new Caller(
                token.getSubject(),
                roles,
                known.subject().name(),
                identity.hasRole("admin"),
                known.homeTeam().id(),
                known.secondaryTeams().stream().map(TeamRef::id).collect(Collectors.toUnmodifiableSet()),
                known.historyScope(),
                known.settings().channels().region());
    }

    private Caller without(Set<Role> roles) {
        return new Caller(
                token.getSubject(),
                roles,
                token.getSubject(),
                identity.hasRole("admin"),
                null,
                Set.of(),
                HistoryScope.MINE,
                null);
    }
}
