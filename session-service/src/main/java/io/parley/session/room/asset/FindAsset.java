package io.parley.session.room.asset;

import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.session.room.RoomDoor;
import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Refusal;
import io.parley.session.session.model.Session;
import io.parley.session.settings.LibraryAsset;
import io.parley.session.settings.Snapshots;

/** Finds a document of the library that the customer was given to read, in the version that the session pins. */
@ApplicationScoped
class FindAsset {

    private final RoomDoor door;
    private final Snapshots snapshots;

    FindAsset(RoomDoor door, Snapshots snapshots) {
        this.door = door;
        this.snapshots = snapshots;
    }

    /** @throws MoveRefused (in the Uni) where it is not in the room, or is no document */
    @WithSession
    Uni<LibraryAsset> inRoom(String cookie, UUID asset) {
        return door.enter(cookie).chain(side -> find(side.session(), asset));
    }

    private Uni<LibraryAsset> find(Session session, UUID asset) {
        if (!isGiven(session, asset)) {
            return Uni.createFrom().failure(new MoveRefused(Refusal.ASSET_UNKNOWN));
        }
        return snapshots.pinned(session.origin().settings().hash()).map(snapshot -> snapshot.asset(asset)
                .filter(found -> found.kind().equals("DOCUMENT"))
                .orElseThrow(() -> new MoveRefused(Refusal.ASSET_UNKNOWN)));
    }

    /** By itself, or in a step. */
    private static boolean isGiven(Session session, UUID asset) {
        var content = session.content();
        return Stream.concat(
                        content.assets().stream().map(one -> one.asset().toString()),
                        content.workflows().stream()
                                .flatMap(w -> w.steps().stream().map(step -> step.asset())))
                .anyMatch(asset.toString()::equals);
    }
}
