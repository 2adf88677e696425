package io.parley.teamsettings.member;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.access.Caller;
import io.parley.teamsettings.access.Role;
import io.parley.teamsettings.rest.Page;
import io.parley.teamsettings.rest.PageRequest;
import io.parley.teamsettings.rest.Tag;

/** Members over HTTP, by the subject of their tokens. */
@Path("/api/members")
@Produces(MediaType.APPLICATION_JSON)
class MemberResource {

    static final String SUBJECT = "[!-~]{1,255}";

    private final Members members;
    private final MemberViews views;
    private final PutMember put;
    private final RemoveMember remove;
    private final Caller caller;

    MemberResource(Members members, MemberViews views, PutMember put, RemoveMember remove, Caller caller) {
        this.members = members;
        this.views = views;
        this.put = put;
        this.remove = remove;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.SYSTEM})
    @WithSession
    public Uni<Page<MemberView>> list(@BeanParam PageRequest request) {
        return members.page(request).chain(rows -> views.page(rows, request));
    }

    @GET
    @Path("/{subject}")
    @RolesAllowed({Role.ADMIN, Role.SYSTEM, Role.SUPERVISOR, Role.AGENT})
    @WithSession
    public Uni<Response> get(String subject, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        if (!caller.seesAll() && !caller.subject().equals(subject)) {
            throw Problem.notFound();
        }
        return members.get(subject).chain(row -> views.of(row).map(view -> new Tag(row.revision).answer(view, known)));
    }

    @PUT
    @Path("/{subject}")
    @RolesAllowed(Role.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> put(
            String subject, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid MemberBody body) {
        if (!subject.matches(SUBJECT)) {
            throw Problem.invalid("", "a subject is 1 to 255 printable ASCII characters");
        }
        return put.put(subject, body, ifMatch).chain(this::answer);
    }

    @DELETE
    @Path("/{subject}")
    @RolesAllowed(Role.ADMIN)
    public Uni<Response> remove(String subject, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return remove.remove(subject, ifMatch)
                .replaceWith(() -> Response.noContent().build());
    }

    private Uni<Response> answer(PutMember.Put put) {
        var status = put.isNew() ? Response.Status.CREATED : Response.Status.OK;
        return views.show(put.member()).map(view -> new Tag(put.member().revision)
                .answer(Response.status(status).entity(view)));
    }
}
