package io.parley.session.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.session.access.Callers;
import io.parley.session.presence.Presences;
import io.parley.session.session.ReadSession;
import io.parley.session.session.model.Session;
import io.parley.session.timeline.model.Forecast;

/** What a session's clocks will do, and when. */
@Path("/api/sessions/{id}/forecast")
@RolesAllowed({"agent", "supervisor", "system"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "timeline")
class ForecastResource {

    private final Callers callers;
    private final ReadSession readSession;
    private final Presences presences;

    ForecastResource(Callers callers, ReadSession readSession, Presences presences) {
        this.callers = callers;
        this.readSession = readSession;
        this.presences = presences;
    }

    record Items(List<Item> items) {}

    /** A strike as the API shows it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(Instant at, String clock, String event, UUID subject) {
        static Item of(Forecast.Strike strike) {
            return new Item(strike.at(), strike.clock(), strike.event(), strike.subject());
        }
    }

    @GET
    @Operation(summary = "What the clocks will do if nobody does anything, soonest first")
    public Uni<Items> forecast(UUID id) {
        return callers.current().chain(caller -> readSession.read(id, caller)).chain(this::foretell);
    }

    private Uni<Items> foretell(Session session) {
        return presences
                .customerLastSeen(session.id())
                .map(seen -> Forecast.of(session, seen))
                .map(forecast ->
                        new Items(forecast.strikes().stream().map(Item::of).toList()));
    }
}
