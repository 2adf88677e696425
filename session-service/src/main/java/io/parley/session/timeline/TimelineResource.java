package io.parley.session.timeline;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.session.access.Callers;
import io.parley.session.listing.Cursor;
import io.parley.session.listing.ListPart;
import io.parley.session.session.ReadSession;

/** What happened to a session, entry by entry. */
@Path("/api/sessions/{id}/timeline")
@RolesAllowed({"agent", "supervisor", "system"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "timeline")
class TimelineResource {

    private final Callers callers;
    private final ReadSession readSession;
    private final Timeline timeline;

    TimelineResource(Callers callers, ReadSession readSession, Timeline timeline) {
        this.callers = callers;
        this.readSession = readSession;
        this.timeline = timeline;
    }

    record Entry(
            long sequence,
            UUID id,
            String type,
            Instant at,
            UUID correlationId,
            @JsonRawValue String data) {
        static Entry of(TimelineRow row) {
            return new Entry(row.sequence, row.eventId, row.type, row.at, row.correlationId, row.data);
        }
    }

    @GET
    @WithSession
    @Operation(summary = "The entries of a session's timeline, oldest first")
    public Uni<Response> list(
            UUID id,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(ListPart.MOST) int limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        return callers.current()
                .chain(caller -> readSession.read(id, caller))
                .chain(session -> timeline.after(id, Cursor.number(cursor), limit + 1))
                .map(rows -> ListPart.of(rows, limit, Entry::of, row -> Cursor.after(row.sequence)))
                .map(part -> part.answer(uri));
    }
}
