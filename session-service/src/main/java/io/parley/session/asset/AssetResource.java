package io.parley.session.asset;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.rest.idempotency.Idempotent;
import io.parley.session.access.Callers;
import io.parley.session.listing.Cursor;
import io.parley.session.listing.ListPart;
import io.parley.session.rehearsal.Rehearsable;
import io.parley.session.session.ReadSession;
import io.parley.session.session.model.content.SessionAsset;
import io.parley.session.session.view.SessionAnswers;
import io.parley.session.session.view.Target;

/** The assets that are in a session. */
@Idempotent
@Rehearsable
@Path("/api/sessions/{id}/assets")
@RolesAllowed({"agent", "supervisor", "system"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "content")
class AssetResource {

    private final Callers callers;
    private final ReadSession readSession;
    private final ChangeAssets changeAssets;
    private final SessionAnswers answers;

    AssetResource(Callers callers, ReadSession readSession, ChangeAssets changeAssets, SessionAnswers answers) {
        this.answers = answers;
        this.callers = callers;
        this.readSession = readSession;
        this.changeAssets = changeAssets;
    }

    /** What a part of the list looks like. */
    record Items(List<SessionAsset> items, String nextCursor) {}

    /** @param asset id of an asset in the settings' library */
    record AddInput(@NotNull UUID asset) {}

    @GET
    @Operation(summary = "The assets of a session")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Items.class)))
    public Uni<Response> list(
            @BeanParam Target target,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(ListPart.MOST) int limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var after = Cursor.id(cursor);
        return callers.current()
                .chain(caller -> readSession.read(target.id(), caller))
                .map(session -> ListPart.after(after, session.content().assets(), SessionAsset::id))
                .map(rest -> ListPart.of(rest, limit, Function.identity(), asset -> Cursor.after(asset.id())))
                .map(part -> part.answer(uri));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put an asset into a session")
    public Uni<Response> add(@BeanParam Target target, @NotNull @Valid AddInput input) {
        return callers.current()
                .chain(caller -> changeAssets.add(target, input.asset(), caller))
                .chain(answers::ok);
    }

    @DELETE
    @Path("/{asset}")
    @Operation(summary = "Take an asset out of a session")
    public Uni<Response> remove(@BeanParam Target target, UUID asset) {
        return callers.current()
                .chain(caller -> changeAssets.remove(target, asset, caller))
                .chain(answers::ok);
    }
}
