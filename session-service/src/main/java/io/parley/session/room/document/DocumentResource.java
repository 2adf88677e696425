package io.parley.session.room.document;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

import io.parley.rest.idempotency.Idempotent;
import io.parley.rest.time.OwnTime;
import io.parley.session.access.Callers;
import io.parley.session.listing.Cursor;
import io.parley.session.listing.ListPart;
import io.parley.session.rehearsal.Rehearsable;
import io.parley.session.session.view.Target;

/** The documents of a session, for those who may see it. */
@Idempotent
@Rehearsable
@Path("/api/sessions/{id}")
@RolesAllowed({"agent", "supervisor", "system"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "content")
class DocumentResource {

    private final Callers callers;
    private final ReadDocuments readDocuments;
    private final AddDocument addDocument;

    DocumentResource(Callers callers, ReadDocuments readDocuments, AddDocument addDocument) {
        this.callers = callers;
        this.readDocuments = readDocuments;
        this.addDocument = addDocument;
    }

    @GET
    @Path("/documents")
    @Operation(summary = "The documents of a session, oldest first")
    public Uni<Response> list(
            UUID id,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(ListPart.MOST) int limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        var after = Cursor.id(cursor);
        return callers.current()
                .chain(caller -> readDocuments.inSession(id, caller, after, limit + 1))
                .map(rows -> ListPart.of(rows, limit, DocumentView::of, row -> Cursor.after(row.id)))
                .map(part -> part.answer(uri));
    }

    @POST
    @Path("/documents")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @OwnTime
    @Operation(summary = "Add a document to a session")
    public Uni<Response> add(@BeanParam Target target, @Valid @BeanParam DocumentForm form) {
        return callers.current()
                .call(caller -> readDocuments.requireChange(target.id(), caller))
                .chain(caller -> addDocument.inspect(form).chain(upload -> addDocument.byAgent(target, caller, upload)))
                .map(DocumentView::of)
                .map(view -> Response.created(URI.create("/api/sessions/" + target.id() + "/documents/" + view.id()))
                        .entity(view)
                        .build());
    }

    @GET
    @Path("/documents/{document}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "A document's bytes, all or a range of them")
    public RestMulti<Buffer> get(UUID id, UUID document, @Context HttpHeaders headers) {
        return RestMulti.fromUniResponse(
                callers.current()
                        .chain(caller -> readDocuments.inSession(id, document, caller))
                        .map(row -> DocumentAnswer.of(row, headers)),
                readDocuments::bytes,
                DocumentAnswer::headers,
                DocumentAnswer::status);
    }
}
