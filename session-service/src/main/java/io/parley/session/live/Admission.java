package io.parley.session.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.presence.Presences;
import io.parley.session.room.RoomDoor;
import io.parley.session.session.Sessions;
import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.SessionState;
import io.parley.session.timer.DatabaseClock;

/** Looks who may read a session's stream, when it begins and again while it lasts. */
@ApplicationScoped
class Admission {

    private final Sessions sessions;
    private final RoomDoor door;
    private final Presences presences;
    private final InstantSource clock;
    private final LiveConfig config;

    Admission(Sessions sessions, RoomDoor door, Presences presences, DatabaseClock clock, LiveConfig config) {
        this.sessions = sessions;
        this.door = door;
        this.presences = presences;
        this.clock = clock;
        this.config = config;
    }

    @WithSession
    Uni<Opening> admit(UUID id, Caller caller) {
        return see(id, caller).chain(session -> presences
                .of(id)
                .map(presence -> Opening.forAgents(session.elapse(clock.instant()), presence, nextCheck(null))));
    }

    @WithSession
    Uni<Opening> admit(String cookie) {
        return door.enter(cookie).map(CustomerSide::session).chain(session -> presences
                .of(session.id())
                .map(presence -> Opening.forCustomer(session, presence, nextCheck(until(session)))));
    }

    /** When to look the next time. */
    @WithSession
    Uni<Instant> checkAgain(UUID id, Caller caller) {
        return see(id, caller).map(session -> nextCheck(null));
    }

    /** When to look the next time. */
    @WithSession
    Uni<Instant> checkAgain(String cookie) {
        return door.enter(cookie).map(side -> nextCheck(until(side.session())));
    }

    private Uni<Session> see(UUID id, Caller caller) {
        return sessions.get(id).invoke(session -> caller.to(Action.SEE, session));
    }

    private static Instant until(Session session) {
        return session.state() instanceof SessionState.Ended ended
                ? ended.access().until()
                : null;
    }

    private Instant nextCheck(Instant until) {
        return Stream.of(clock.instant().plus(config.check()), until == null ? Instant.MAX : until)
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
