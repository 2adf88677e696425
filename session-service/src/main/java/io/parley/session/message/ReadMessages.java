package io.parley.session.message;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.listing.Cursor;
import io.parley.session.listing.ListPart;
import io.parley.session.room.RoomDoor;
import io.parley.session.session.Sessions;

/** Reads chats, for customers in their room and for those who may see its session. */
@ApplicationScoped
class ReadMessages {

    private final RoomDoor door;
    private final Sessions sessions;
    private final Messages messages;

    ReadMessages(RoomDoor door, Sessions sessions, Messages messages) {
        this.door = door;
        this.sessions = sessions;
        this.messages = messages;
    }

    @WithSession
    Uni<ListPart<MessageView>> inSession(UUID session, Caller caller, MessageQuery query) {
        return sessions.get(session)
                .invoke(found -> caller.to(Action.SEE, found))
                .chain(() -> read(session, query));
    }

    @WithSession
    Uni<ListPart<MessageView>> inRoom(String cookie, MessageQuery query) {
        return door.enter(cookie).chain(side -> read(side.session().id(), query));
    }

    // One more than asked for tells whether there is a next page.
    private Uni<ListPart<MessageView>> read(UUID session, MessageQuery query) {
        return messages.before(session, query.before(), query.limit + 1)
                .map(rows -> ListPart.of(rows, query.limit, MessageView::of, row -> Cursor.after(row.number)));
    }
}
