package io.parley.session.message;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.room.RoomDoor;
import io.parley.session.session.Sessions;
import io.parley.session.session.model.AgentSide;
import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Refusal;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.content.ChatMessage;
import io.parley.session.session.model.content.Side;
import io.parley.session.session.view.Target;
import io.parley.session.timer.DatabaseClock;

/** Puts what somebody wrote into a session's chat, numbered and told of, in one transaction. */
@ApplicationScoped
class AddMessage {

    // Faster than two people write; it bounds what a customer can put into a database.
    private static final int MOST_IN_A_WHILE = 60;
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final RoomDoor door;
    private final Sessions sessions;
    private final Messages messages;
    private final DatabaseClock clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    AddMessage(RoomDoor door, Sessions sessions, Messages messages, DatabaseClock clock) {
        this.door = door;
        this.sessions = sessions;
        this.messages = messages;
        this.clock = clock;
    }

    /** In the owner's name, also where a machine writes on the owner's behalf. */
    @WithTransaction
    Uni<MessageRow> byAgent(Target target, Caller caller, String text) {
        var id = ids.generate();
        return sessions.getForUpdate(target, caller)
                .map(session -> AgentSide.of(session, caller.to(Action.CHANGE, session), clock.instant())
                        .addMessage(id))
                .chain(session -> add(session, id, Side.AGENT, text));
    }

    @WithTransaction
    Uni<MessageRow> byCustomer(String cookie, String text) {
        var id = ids.generate();
        return door.enterToChange(cookie)
                .map(side -> side.addMessage(id))
                .chain(session -> add(session, id, Side.CUSTOMER, text));
    }

    private Uni<MessageRow> add(Session session, UUID id, Side author, String text) {
        var name = author == Side.AGENT
                ? session.owner().name()
                : session.customer().name();
        var message = new ChatMessage(id, session.content().messages(), author);
        var row = new MessageRow(session.id(), message, name, text, clock.instant());
        return requireCalm(session.id(), message.number())
                .chain(() -> sessions.save(session))
                .chain(() -> messages.persist(row));
    }

    private Uni<Void> requireCalm(UUID session, int number) {
        return messages.numbered(session, number - MOST_IN_A_WHILE)
                .invoke(this::requireLongAgo)
                .replaceWithVoid();
    }

    private void requireLongAgo(MessageRow earlier) {
        if (earlier != null && earlier.at.plus(A_WHILE).isAfter(clock.instant())) {
            throw new MoveRefused(Refusal.TOO_MANY_MESSAGES, earlier.at.plus(A_WHILE));
        }
    }
}
