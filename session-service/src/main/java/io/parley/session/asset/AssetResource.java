package io.parley.session.asset;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.rest.idempotency.Idempotent;
import io.parley.session.access.Callers;
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

    record Items(List<SessionAsset> items) {}

    /** @param asset id of an asset in the settings' library */
    record AddInput(@NotNull UUID asset) {}

    @GET
    @Operation(summary = "The assets of a session")
    public Uni<Items> list(@BeanParam Target target) {
        return callers.current()
                .chain(caller -> readSession.read(target.id(), caller))
                .map(session -> new Items(session.content().assets()));
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
