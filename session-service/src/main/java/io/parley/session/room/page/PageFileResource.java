package io.parley.session.room.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.parley.rest.problem.Problem;

/** Serves the page's files, to be kept by browsers for as long as they like: a change has another address. */
@Path("/room/{version}/{name}")
@PermitAll
class PageFileResource {

    private final PageFiles files;

    PageFileResource(PageFiles files) {
        this.files = files;
    }

    @GET
    @Operation(hidden = true)
    public Response file(String version, String name) {
        // While replicas of two versions run, a page may ask the other one: it gets what there is, and keeps it not.
        var kept = version.equals(files.version()) ? "public, max-age=31536000, immutable" : "no-store";
        return Response.ok(files.file(name).orElseThrow(Problem::notFound))
                .type(name.endsWith(".css") ? "text/css;charset=utf-8" : "text/javascript;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, kept)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }
}
