package io.parley.session.room.document;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

import io.parley.rest.idempotency.Idempotent;
import io.parley.rest.time.OwnTime;
import io.parley.session.room.browser.FromOwnPage;
import io.parley.session.room.browser.RoomCookie;

/** The documents of the room, as the customer's browser asks for them. */
@Idempotent
@Path("/api/room/documents")
@PermitAll
@FromOwnPage
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "room")
class RoomDocumentResource {

    private final ReadDocuments readDocuments;
    private final AddDocument addDocument;

    RoomDocumentResource(ReadDocuments readDocuments, AddDocument addDocument) {
        this.readDocuments = readDocuments;
        this.addDocument = addDocument;
    }

    @GET
    @Operation(summary = "The documents of the room")
    public Uni<DocumentView.Items> list(@CookieParam(RoomCookie.NAME) String cookie) {
        return readDocuments.inRoom(cookie).map(DocumentView.Items::of);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @OwnTime
    @Operation(summary = "Add a document to the room, for a step of a workflow or for none")
    public Uni<Response> add(@CookieParam(RoomCookie.NAME) String cookie, @Valid @BeanParam DocumentForm form) {
        return readDocuments
                .room(cookie)
                .chain(session ->
                        addDocument.inspect(form).chain(upload -> addDocument.byCustomer(session, cookie, upload)))
                .map(DocumentView::of)
                .map(view -> Response.created(URI.create("/api/room/documents/" + view.id()))
                        .entity(view)
                        .build());
    }

    @GET
    @Path("/{document}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "A document's bytes, all or a range of them")
    public RestMulti<Buffer> get(
            UUID document, @CookieParam(RoomCookie.NAME) String cookie, @Context HttpHeaders headers) {
        return RestMulti.fromUniResponse(
                readDocuments.inRoom(cookie, document).map(row -> DocumentAnswer.of(row, headers)),
                readDocuments::bytes,
                DocumentAnswer::headers,
                DocumentAnswer::status);
    }
}
