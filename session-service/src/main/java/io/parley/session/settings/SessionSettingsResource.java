package io.parley.session.settings;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.session.session.model.entrance.Authentication;

/** What an agent can choose from when starting a session. */
@Path("/api/session-settings")
@RolesAllowed("agent")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sessions")
class SessionSettingsResource {

    private final JsonWebToken token;
    private final Resolutions resolutions;

    SessionSettingsResource(JsonWebToken token, Resolutions resolutions) {
        this.token = token;
        this.resolutions = resolutions;
    }

    /**
     * @param teams those that may be entered, the home team first
     * @param contactRequired whether a session can be started without a contact
     */
    record View(
            TeamRef homeTeam,
            List<TeamRef> teams,
            TeamRef settingsTeam,
            Settings.Channels channels,
            Settings.Mode invitationMode,
            boolean contactRequired,
            List<LibraryAsset> assets,
            List<LibraryWorkflow> workflows,
            boolean pinRequired) {

        static View of(Resolution resolution) {
            var settings = resolution.settings();
            return new View(
                    resolution.homeTeam(),
                    resolution.enterableTeams(),
                    resolution.team(),
                    settings.channels(),
                    settings.invitation().mode(),
                    settings.invitation().mode() == Settings.Mode.AUTOMATIC
                            || settings.invitation().contactRequired(),
                    resolution.assets(),
                    resolution.workflows(),
                    settings.customer().authentication().method() == Authentication.Method.PIN);
        }
    }

    @GET
    @Operation(summary = "What the New Session form shows")
    public Uni<View> get(@QueryParam("settingsTeam") UUID settingsTeam) {
        return resolutions.resolve(token.getSubject(), settingsTeam).map(View::of);
    }
}
