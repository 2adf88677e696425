package io.parley.session.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.session.access.Callers;
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

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entries(List<Entry> items, Long nextCursor) {
        static Entries of(List<TimelineRow> rows, int limit) {
            var items = rows.stream().limit(limit).map(Entry::of).toList();
            return new Entries(items, rows.size() > limit ? items.get(limit - 1).sequence() : null);
        }
    }

    @GET
    @WithSession
    @Operation(summary = "The entries of a session's timeline, oldest first")
    public Uni<Response> list(
            UUID id,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(100) int limit,
            @QueryParam("cursor") @DefaultValue("0") @Min(0) long cursor) {
        return callers.current()
                .chain(caller -> readSession.read(id, caller))
                .chain(session -> timeline.after(id, cursor, limit + 1))
                .map(rows -> Entries.of(rows, limit))
                .map(entries -> answer(id, entries, limit));
    }

    private static Response answer(UUID id, Entries entries, int limit) {
        var answer = Response.ok(entries);
        return (entries.nextCursor() == null
                        ? answer
                        : answer.header(
                                "Link",
                                "</api/sessions/" + id + "/timeline?limit=" + limit + "&cursor=" + entries.nextCursor()
                                        + ">; rel=\"next\""))
                .build();
    }
}
