package io.parley.session.room;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import io.parley.rest.problem.Problem;
import io.parley.session.problem.ProblemType;
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
        if (unchanged == null) {
            return ok(room);
        }
        var answer = unchanged.build();
        if (answer.getStatus() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
            throw new Problem(ProblemType.PRECONDITION_FAILED, null);
        }
        return answer;
    }
}
