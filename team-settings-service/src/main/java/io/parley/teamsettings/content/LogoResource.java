package io.parley.teamsettings.content;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;

import io.parley.rest.idempotency.Idempotent;
import io.parley.teamsettings.access.Role;

/** Pictures for brand.logo; to be seen by everybody, for they stand in mails and on the customer's page. */
@Idempotent
@Path("/api/logos")
class LogoResource {

    record Posted(String logo, String contentType) {}

    private final Logos logos;

    LogoResource(Logos logos) {
        this.logos = logos;
    }

    @POST
    @RolesAllowed(Role.ADMIN)
    @Consumes({ContentKind.PNG, ContentKind.JPEG})
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> post(byte[] picture) {
        return logos.add(picture).map(logo -> Response.created(URI.create("/api/logos/" + logo.sha256()))
                .entity(new Posted(logo.sha256(), logo.contentType()))
                .build());
    }

    @GET
    @Path("/{sha256}")
    @PermitAll
    public Uni<Response> get(String sha256) {
        return logos.get(sha256).map(logo -> Response.ok(logo.bytes())
                .type(logo.contentType())
                .header(HttpHeaders.ETAG, "\"" + sha256 + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'")
                .build());
    }
}
