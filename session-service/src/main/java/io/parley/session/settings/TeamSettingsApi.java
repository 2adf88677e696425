package io.parley.session.settings;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of team-settings-service that starts of sessions need. */
@Path("/api")
@RegisterRestClient(configKey = "team-settings")
@OidcClientFilter
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface TeamSettingsApi {

    /** @param atLeast a revision; the answer is not of before it */
    @POST
    @Path("/resolutions")
    Uni<Response> resolve(@QueryParam("atLeast") long atLeast, Question question);

    /** @param settingsTeam null for the subject's own */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(String subject, UUID settingsTeam) {}
}
