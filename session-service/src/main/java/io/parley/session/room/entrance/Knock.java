package io.parley.session.room.entrance;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.session.invitation.Links.Token;
import io.parley.session.room.browser.RoomCookie;
import io.parley.session.room.entrance.Entrances.Visitor;
import io.parley.session.settings.Snapshots;

/** Says what is needed to enter by a link, and changes nothing. */
@ApplicationScoped
class Knock {

    private final Entrances entrances;
    private final Snapshots snapshots;
    private final RoomCookie cookies;

    Knock(Entrances entrances, Snapshots snapshots, RoomCookie cookies) {
        this.entrances = entrances;
        this.snapshots = snapshots;
        this.cookies = cookies;
    }

    @WithSession
    Uni<JoinView> knock(String link, String cookie) {
        var device = cookies.read(cookie).map(Token::hash).orElse(null);
        return entrances.find(link).chain(visitor -> knock(visitor, device));
    }

    private Uni<JoinView> knock(Visitor visitor, String device) {
        var knock = visitor.side().knock(visitor.link().hash(), device);
        return snapshots
                .pinned(visitor.session().origin().settings().hash())
                .map(snapshot -> JoinView.of(visitor.side(), knock, snapshot));
    }
}
