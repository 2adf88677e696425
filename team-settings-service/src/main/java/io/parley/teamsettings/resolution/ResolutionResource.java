package io.parley.teamsettings.resolution;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.parley.rest.idempotency.KeyInOpenApi;
import io.parley.rest.problem.Problem;
import io.parley.teamsettings.access.Role;

/** Where session-service asks what a session is to run with. */
@Path("/api/resolutions")
@Produces(MediaType.APPLICATION_JSON)
class ResolutionResource {

    /** Who starts, and whose settings are wanted; the home team's when none are named. */
    record Wanted(@NotNull @Size(min = 1, max = 255) String subject, UUID settingsTeam) {}

    private final ResolveSettings resolve;

    ResolutionResource(ResolveSettings resolve) {
        this.resolve = resolve;
    }

    @POST
    @Extension(name = KeyInOpenApi.EXEMPT, value = "It only reads, and the newest is wanted")
    @RolesAllowed(Role.SYSTEM)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> resolve(
            @NotNull @Valid Wanted wanted,
            @QueryParam("atLeast")
                    @DefaultValue("0")
                    @Parameter(description = "A revision that the caller has heard of; the answer is not of before it")
                    String atLeast) {
        return resolve.resolve(wanted.subject(), wanted.settingsTeam(), revision(atLeast))
                .invoke(() -> Log.debugf("Settings are resolved: team=%s", wanted.settingsTeam()))
                .map(ResolutionResource::answer);
    }

    private static long revision(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw Problem.invalid("/atLeast", "must be a revision");
        }
        return Long.parseLong(text);
    }

    /** A leave to borrow that ends by itself bounds how long the answer may be kept; changes are told on the topic. */
    private static Response answer(Answer answer) {
        var response = Response.ok(answer.json());
        return answer.endsNever()
                ? response.build()
                : response.header(HttpHeaders.CACHE_CONTROL, "private, max-age=" + answer.secondsLeft())
                        .build();
    }
}
