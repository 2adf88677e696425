package io.parley.session.room.entrance;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.invitation.Links;
import io.parley.session.limit.Limits;
import io.parley.session.room.entrance.Entrances.Visitor;
import io.parley.session.session.Sessions;

/** Sends a new link instead of a lapsed one, to the contact that is known. */
@ApplicationScoped
class SendNewLink {

    private final Entrances entrances;
    private final Sessions sessions;
    private final Links links;
    private final Limits limits;

    SendNewLink(Entrances entrances, Sessions sessions, Links links, Limits limits) {
        this.entrances = entrances;
        this.sessions = sessions;
        this.links = links;
        this.limits = limits;
    }

    @WithTransaction
    Uni<Sent> send(String link) {
        return entrances.findToChange(link).chain(this::send);
    }

    private Uni<Sent> send(Visitor visitor) {
        var link = links.mint(visitor.session().id());
        var session = visitor.side().askForNewLink(visitor.link().hash(), link);
        return limits.asked(session).chain(() -> sessions.save(session)).replaceWith(Sent.of(session));
    }
}
