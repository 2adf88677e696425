package io.parley.rest.problem;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What each problem type means, for people and programs, at the address that the problem names. */
@Path("/problems")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class ProblemResource {

    record Explained(String name, String type, int status, String title, String explanation) {

        static Explained of(ProblemKind kind) {
            return new Explained(
                    kind.typeName(), "/problems/" + kind.typeName(), kind.status(), kind.title(), kind.explanation());
        }
    }

    private final ProblemCatalogue catalogue;

    ProblemResource(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    public List<Explained> all() {
        return catalogue.kinds().stream().map(Explained::of).toList();
    }

    @GET
    @Path("/{name}")
    public Explained one(String name) {
        return catalogue.named(name).map(Explained::of).orElseThrow(Problem::notFound);
    }

    @GET
    @Path("/{name}")
    @Produces(MediaType.TEXT_HTML)
    public String page(String name) {
        // Nothing in it comes from the request: the texts are the catalogue's own.
        var type = one(name);
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>%s</title><h1>%s</h1><p>%s (%d)</p><p>%s</p></html>"
                .formatted(type.name(), type.name(), type.title(), type.status(), type.explanation());
    }
}
