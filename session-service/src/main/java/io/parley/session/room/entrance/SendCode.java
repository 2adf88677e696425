package io.parley.session.room.entrance;

import java.security.SecureRandom;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Pepper;
import io.parley.session.limit.Limits;
import io.parley.session.room.entrance.Entrances.Visitor;
import io.parley.session.session.Sessions;
import io.parley.session.session.model.journal.Message;

/** Sends a one-time code to the contact that is known. */
@ApplicationScoped
class SendCode {

    private static final int CODES = 1_000_000;

    private final Entrances entrances;
    private final Sessions sessions;
    private final Pepper pepper;
    private final Limits limits;
    private final SecureRandom random = new SecureRandom();

    SendCode(Entrances entrances, Sessions sessions, Pepper pepper, Limits limits) {
        this.entrances = entrances;
        this.sessions = sessions;
        this.pepper = pepper;
        this.limits = limits;
    }

    @WithTransaction
    Uni<Sent> send(String link) {
        return entrances.findToChange(link).chain(this::send);
    }

    private Uni<Sent> send(Visitor visitor) {
        var digits = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        var code =
                new Message.OneTimeSecret(digits, pepper.hash(visitor.session().id(), digits));
        var session = visitor.side().askForCode(visitor.link().hash(), code);
        return limits.asked(session).chain(() -> sessions.save(session)).replaceWith(Sent.of(session));
    }
}
