package io.parley.session.room.document;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.room.RoomDoor;
import io.parley.session.session.Sessions;
import io.parley.session.session.model.Session;

/**
 * Reads documents, for customers in their room and for those who may see its session. The bytes come past the ORM, piece by
 * piece as the reader takes them, and hold no transaction meanwhile.
 */
@ApplicationScoped
class ReadDocuments {

    private static final String PIECE =
            "select bytes from document_piece where session_id = $1 and document_id = $2 and place = $3";

    private final RoomDoor door;
    private final Sessions sessions;
    private final Documents documents;
    private final Pool pool;

    ReadDocuments(RoomDoor door, Sessions sessions, Documents documents, Pool pool) {
        this.door = door;
        this.sessions = sessions;
        this.documents = documents;
        this.pool = pool;
    }

    /** The id of the session whose room the browser is in. */
    @WithSession
    Uni<UUID> room(String cookie) {
        return door.look(cookie).map(side -> side.session().id());
    }

    @WithSession
    Uni<List<DocumentRow>> inRoom(String cookie) {
        return door.enter(cookie).chain(side -> documents.of(side.session().id()));
    }

    @WithSession
    Uni<DocumentRow> inRoom(String cookie, UUID document) {
        return door.enter(cookie).chain(side -> documents.get(side.session().id(), document));
    }

    @WithSession
    Uni<List<DocumentRow>> inSession(UUID session, Caller caller, UUID after, int most) {
        return seen(session, caller).chain(found -> documents.of(session, after, most));
    }

    @WithSession
    Uni<DocumentRow> inSession(UUID session, UUID document, Caller caller) {
        return seen(session, caller).chain(found -> documents.get(session, document));
    }

    /** Refuses those who may not add to the session, before anything of theirs is stored. */
    @WithSession
    Uni<Void> requireChange(UUID session, Caller caller) {
        return sessions.glance(session)
                .invoke(found -> caller.to(Action.CHANGE, found))
                .replaceWithVoid();
    }

    private Uni<Session> seen(UUID session, Caller caller) {
        return sessions.get(session).invoke(found -> caller.to(Action.SEE, found));
    }

    Multi<Buffer> bytes(DocumentAnswer answer) {
        return Multi.createFrom()
                .iterable(answer.pieces())
                .onItem()
                .transformToUniAndConcatenate(place -> piece(answer, place));
    }

    private Uni<Buffer> piece(DocumentAnswer answer, int place) {
        var document = answer.document();
        return pool.preparedQuery(PIECE)
                .execute(Tuple.of(document.sessionId, document.id, place))
                .map(rows -> rows.iterator().next().getBuffer(0))
                .map(bytes -> bytes.slice(answer.from(place), answer.to(place, bytes.length())));
    }
}
