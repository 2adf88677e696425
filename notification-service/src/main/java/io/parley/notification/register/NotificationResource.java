package io.parley.notification.register;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.notification.message.model.StateName;
import io.parley.notification.problem.ProblemType;
import io.parley.rest.problem.Problem;

import static java.util.stream.Collectors.toList;

/** Messages and what became of them, for operators. */
@Path("/api/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "system"})
@Tag(name = "Notifications")
public class NotificationResource {

    private final Register register;

    NotificationResource(Register register) {
        this.register = register;
    }

    @GET
    @WithSession
    @Operation(summary = "List messages, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page; the header Link leads to the next one",
            content = @Content(schema = @Schema(implementation = Page.class)))
    @APIResponse(responseCode = "400", description = "Problem invalid-request")
    public Uni<Response> list(
            @QueryParam("session") String session,
            @QueryParam("state") String state,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var most = Parameters.limit(limit);
        return register.page(
                        Parameters.uuid("session", session),
                        Parameters.word("state", StateName.class, state),
                        Parameters.cursor(cursor),
                        most)
                .map(rows -> page(rows, most, uri));
    }

    @GET
    @Path("/{id}")
    @WithSession
    @Operation(summary = "One message with every attempt")
    @APIResponse(
            responseCode = "200",
            description = "The message",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since If-None-Match")
    @APIResponse(responseCode = "404", description = "Problem not-found")
    public Uni<Response> one(@PathParam("id") UUID id, @Context Request request) {
        return register.detail(id)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(ProblemType.NOT_FOUND, "There is no such message."))
                .map(view -> tagged(view, request));
    }

    private static Response page(List<MessageRow> rows, int limit, UriInfo uri) {
        var more = rows.size() > limit;
        var items = rows.stream().limit(limit).map(NotificationView::of).collect(toList());
        if (!more) {
            return Response.ok(new Page<>(items, null)).build();
        }
        var next = Parameters.cursor(items.get(limit - 1).id());
        var link = uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
        return Response.ok(new Page<>(items, next)).link(link, "next").build();
    }

    private static Response tagged(NotificationView view, Request request) {
        var tag = new EntityTag(Integer.toHexString(view.hashCode()));
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(view) : unchanged).tag(tag).build();
    }
}
