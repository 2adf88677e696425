package io.parley.session.room.entrance;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Pepper;
import io.parley.session.invitation.Links.Token;
import io.parley.session.limit.Limits;
import io.parley.session.room.browser.RoomCookie;
import io.parley.session.room.entrance.Entrances.Visitor;
import io.parley.session.session.Sessions;
import io.parley.session.session.model.entrance.Entry;
import io.parley.session.session.model.entrance.JoinAttempt;

/** Lets a customer in who has all that the settings ask for; a wrong guess is refused, and counted. */
@ApplicationScoped
class JoinSession {

    private final Entrances entrances;
    private final Sessions sessions;
    private final RoomCookie cookies;
    private final Pepper pepper;
    private final Limits limits;

    JoinSession(Entrances entrances, Sessions sessions, RoomCookie cookies, Pepper pepper, Limits limits) {
        this.entrances = entrances;
        this.sessions = sessions;
        this.cookies = cookies;
        this.pepper = pepper;
        this.limits = limits;
    }

    /** @param browser what the cookie is to be from here on, if the entry is admitted */
    record Outcome(Entry entry, Token browser) {}

    /** Answers refused guesses too, for a failure would roll back that they were counted. */
    @WithTransaction
    Uni<Outcome> join(String link, String cookie, JoinInput input) {
        return entrances
                .findToChange(link)
                .call(visitor -> input.isGuess()
                        ? limits.beforeGuess(visitor.known())
                        : Uni.createFrom().voidItem())
                .chain(visitor -> join(visitor, cookie, input));
    }

    private Uni<Outcome> join(Visitor visitor, String cookie, JoinInput input) {
        var id = visitor.session().id();
        var entrance = visitor.session().entrance();
        var code = entrance.code() == null ? null : entrance.code().hash();
        var browser = cookies.bind(cookie, id);
        var entry = visitor.side()
                .join(new JoinAttempt(
                        visitor.link().hash(),
                        browser.hash(),
                        Boolean.TRUE.equals(input.consent()),
                        pepper.hashLike(entrance.pin(), id, input.pin()),
                        pepper.hashLike(code, id, input.code())));
        return sessions.save(entry.session())
                .call(saved -> entry.refusal() == null ? Uni.createFrom().voidItem() : limits.afterWrongGuess(saved))
                .map(saved -> new Outcome(new Entry(saved, entry.refusal(), entry.instant()), browser));
    }
}
