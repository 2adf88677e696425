package io.parley.session.room;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import io.parley.session.room.ShowRoom.Shown;

/** Rooms as answers, with their entity tag. */
public final class RoomAnswers {

    private RoomAnswers() {}

    public static Response ok(Shown room) {
        return Response.ok(room.view()).header(HttpHeaders.ETAG, room.tag()).build();
    }

    /** Nothing where the page has it already: an open page asks again and again. */
    static Response ifChanged(Shown room, Request request) {
        var unchanged = request.evaluatePreconditions(EntityTag.valueOf(room.tag()));
        return unchanged == null ? ok(room) : unchanged.build();
    }
}
