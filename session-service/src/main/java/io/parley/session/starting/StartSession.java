package io.parley.session.starting;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.session.access.ActionForbidden;
import io.parley.session.access.Caller;
import io.parley.session.invitation.Links;
import io.parley.session.limit.TextBudgets;
import io.parley.session.session.NewSessions;
import io.parley.session.session.model.Actor;
import io.parley.session.session.model.Session;
import io.parley.session.settings.Resolution;
import io.parley.session.settings.Snapshot;
import io.parley.session.settings.Snapshots;

/** Starts or pre-plans a session with the settings of the owner's team, or of one that it may borrow from. */
@ApplicationScoped
class StartSession {

    private final SettingsAhead settings;
    private final Snapshots snapshots;
    private final Openings openings;
    private final Links links;
    private final NewSessions newSessions;
    private final StartAmongOpenSessions amongOpen;

    StartSession(
            SettingsAhead settings,
            Snapshots snapshots,
            Openings openings,
            Links links,
            NewSessions newSessions,
            StartAmongOpenSessions amongOpen) {
        this.settings = settings;
        this.snapshots = snapshots;
        this.openings = openings;
        this.links = links;
        this.newSessions = newSessions;
        this.amongOpen = amongOpen;
    }

    /** Asks for what the start is to be done with, and does nothing more. */
    Uni<Resolution> ask(StartInput input, Caller caller) {
        return settings.resolve(owner(input, actor(caller)), input.settingsTeam());
    }

    /** @param joins whether the session is to be stored in the transaction that runs already */
    Uni<Started> start(StartInput input, Caller caller, boolean joins) {
        var actor = actor(caller);
        return settings.resolve(owner(input, actor), input.settingsTeam())
                .call(resolution -> keep(resolution.snapshot(), joins))
                .chain(resolution -> add(begin(input, resolution, actor), resolution, joins));
    }

    private Uni<Void> keep(Snapshot snapshot, boolean joins) {
        return joins ? snapshots.keepWithin(snapshot) : snapshots.keep(snapshot);
    }

    private Session begin(StartInput input, Resolution resolution, Actor actor) {
        var opening = openings.open(input, resolution);
        return input.isPlan()
                ? Session.plan(opening, actor)
                : Session.start(opening, links.mint(opening.origin().id()), actor);
    }

    private Uni<Started> add(Session session, Resolution resolution, boolean joins) {
        var policy = session.origin().policy();
        return joins || policy.singleActive() || policy.continueContact() || TextBudgets.concern(session)
                ? amongOpen.start(session)
                : newSessions.add(session, resolution.snapshot()).map(added -> new Started(added, true));
    }

    private static Actor actor(Caller caller) {
        for (var role : List.of(Actor.Role.AGENT, Actor.Role.SYSTEM)) {
            if (caller.is(role)) {
                return new Actor(caller.subject(), role);
            }
        }
        throw new ActionForbidden();
    }

    private static String owner(StartInput input, Actor actor) {
        if (actor.role() == Actor.Role.AGENT) {
            if (input.owner() != null && !input.owner().equals(actor.subject())) {
                throw Problem.invalid("/owner", "is for machines; an agent starts sessions of their own");
            }
            return actor.subject();
        }
        if (input.owner() == null) {
            throw Problem.invalid("/owner", "is required: on whose behalf is the session started?");
        }
        return input.owner();
    }
}
