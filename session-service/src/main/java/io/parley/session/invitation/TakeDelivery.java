package io.parley.session.invitation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.parley.session.access.SessionHidden;
import io.parley.session.session.Sessions;
import io.parley.session.session.model.invitation.InvitationState;
import io.parley.session.timer.DatabaseClock;

/** Notes at the session what became of an invitation's message; a session that is gone needs no note. */
@ApplicationScoped
class TakeDelivery {

    private final Inbox inbox;
    private final Sessions sessions;
    private final DatabaseClock clock;

    TakeDelivery(Inbox inbox, Sessions sessions, DatabaseClock clock) {
        this.inbox = inbox;
        this.sessions = sessions;
        this.clock = clock;
    }

    Uni<Void> take(UUID event, Delivery delivery, InvitationState state) {
        return inbox.once(delivery.sessionId(), event, () -> note(delivery, state));
    }

    private Uni<Void> note(Delivery delivery, InvitationState state) {
        return sessions.getForUpdate(delivery.sessionId())
                .map(session -> session.delivered(delivery.invitationId(), state, delivery.reason(), clock.instant()))
                .chain(sessions::save)
                .replaceWithVoid()
                .onFailure(SessionHidden.class)
                .recoverWithNull();
    }
}
