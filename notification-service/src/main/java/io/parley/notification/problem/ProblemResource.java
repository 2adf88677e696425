package io.parley.notification.problem;

import java.util.Arrays;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import static java.util.stream.Collectors.toList;

/** Explains each type of problem at the address that the problem gives. */
@Path("/problems")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Problems")
public class ProblemResource {

    /** What is known of one type. */
    public record Explanation(String type, String title, int status, String explanation) {

        static Explanation of(ProblemType type) {
            return new Explanation("/problems/" + type.word(), type.title(), type.status(), type.explanation());
        }
    }

    @GET
    @Operation(summary = "All types of problems")
    public List<Explanation> all() {
        return Arrays.stream(ProblemType.values()).map(Explanation::of).collect(toList());
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "One type of problem")
    public Explanation one(@PathParam("name") String name) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.word().equals(name))
                .findFirst()
                .map(Explanation::of)
                .orElseThrow(() -> new Refused(ProblemType.NOT_FOUND, "There is no such type of problem."));
    }
}
