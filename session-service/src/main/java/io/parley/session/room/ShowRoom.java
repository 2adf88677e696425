package io.parley.session.room;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.Session;
import io.parley.session.settings.Snapshots;
import io.parley.session.timer.DatabaseClock;

/** Shows the room of a session to the customer, with whatever its clocks have done by now. */
@ApplicationScoped
public class ShowRoom {

    private final RoomDoor door;
    private final Snapshots snapshots;
    private final DatabaseClock clock;

    ShowRoom(RoomDoor door, Snapshots snapshots, DatabaseClock clock) {
        this.door = door;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** A room as it is shown, with the tag that says whether it has changed. */
    public record Shown(RoomView view, String tag) {}

    @WithSession
    Uni<Shown> show(String cookie) {
        return door.enter(cookie).chain(this::show);
    }

    /** For whoever has just been let in, or has just changed it. */
    @WithSession
    public Uni<Shown> show(Session session) {
        return show(CustomerSide.of(session, clock.instant()));
    }

    private Uni<Shown> show(CustomerSide side) {
        return snapshots
                .pinned(side.session().origin().settings().hash())
                .map(snapshot -> new Shown(RoomView.of(side, snapshot), RoomView.tag(side)));
    }
}
