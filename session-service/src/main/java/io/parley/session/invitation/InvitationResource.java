package io.parley.session.invitation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.rest.idempotency.Idempotent;
import io.parley.session.access.Callers;
import io.parley.session.listing.Cursor;
import io.parley.session.listing.ListPart;
import io.parley.session.rehearsal.Rehearsable;
import io.parley.session.session.ReadSession;
import io.parley.session.session.model.Session;
import io.parley.session.session.view.SessionView.InvitationView;
import io.parley.session.session.view.Target;

/** A session's invitations, and links that the agent carries. */
@Idempotent
@Rehearsable
@Path("/api/sessions/{id}")
@RolesAllowed({"agent", "supervisor", "system"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "invitations")
class InvitationResource {

    private final Callers callers;
    private final ReadSession readSession;
    private final CopyLink copyLink;

    InvitationResource(Callers callers, ReadSession readSession, CopyLink copyLink) {
        this.callers = callers;
        this.readSession = readSession;
        this.copyLink = copyLink;
    }

    @GET
    @Path("/invitations")
    @Operation(summary = "The invitations of a session, oldest first, and what became of them")
    public Uni<Response> list(
            @BeanParam Target target,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(ListPart.MOST) int limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        long after = Cursor.number(cursor);
        return callers.current()
                .chain(caller -> readSession.read(target.id(), caller))
                .map(session -> part(session, after, limit).answer(uri));
    }

    private static ListPart<InvitationView> part(Session session, long after, int limit) {
        var rest = session.invitations().all().stream()
                .filter(invitation -> invitation.number() > after)
                .toList();
        return ListPart.of(rest, limit, InvitationView::of, invitation -> Cursor.after(invitation.number()));
    }

    @POST
    @Path("/link")
    @Operation(
            summary = "Make a link that the agent carries; it is shown this once",
            description = "While the customer is awaited it is one more link of the current invitation. After the join"
                    + " it is a new invitation, which lets one other browser in: where the settings allow one device,"
                    + " instead of the browser that had joined. So a customer who has lost the cookie comes back."
                    + " What was answered wrong before it no longer counts then, and a ban is lifted.")
    public Uni<Response> link(@BeanParam Target target) {
        return callers.current().chain(caller -> copyLink.copy(target, caller)).map(InvitationResource::shownOnce);
    }

    private static Response shownOnce(CopiedLink link) {
        var noStore = new CacheControl();
        noStore.setNoStore(true);
        return Response.ok(link).cacheControl(noStore).build();
    }
}
