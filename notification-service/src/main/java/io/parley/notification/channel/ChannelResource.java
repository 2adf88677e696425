package io.parley.notification.channel;

import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.notification.message.MakesDue;
import io.parley.notification.message.model.Channel;
import io.parley.notification.problem.ProblemType;
import io.parley.rest.idempotency.Idempotent;
import io.parley.rest.problem.Problem;

/** The channels' switches, for operators. */
@Idempotent
@Path("/api/channels/{channel}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "system"})
@Tag(name = "Channels")
@APIResponse(
        responseCode = "200",
        description = "The channel and its queue",
        content = @Content(schema = @Schema(implementation = ChannelView.class)))
@APIResponse(responseCode = "404", description = "Problem not-found")
@APIResponse(responseCode = "412", description = "Problem precondition-failed")
public class ChannelResource {

    private final ChangeChannel change;

    ChannelResource(ChangeChannel change) {
        this.change = change;
    }

    @GET
    @Operation(summary = "State and queue of a channel")
    public Uni<Response> get(@PathParam("channel") String channel) {
        return change.read(channel(channel)).map(ChannelResource::answer);
    }

    @POST
    @MakesDue
    @Path("/pause")
    @Operation(summary = "Hand nothing more over; requests wait, each until its own end")
    public Uni<Response> pause(
            @PathParam("channel") String channel, @HeaderParam("If-Match") String match, @Context SecurityContext who) {
        return to(channel, ChannelState.PAUSED, match, who);
    }

    @POST
    @MakesDue
    @Path("/resume")
    @Operation(summary = "Hand over again")
    public Uni<Response> resume(
            @PathParam("channel") String channel, @HeaderParam("If-Match") String match, @Context SecurityContext who) {
        return to(channel, ChannelState.RUNNING, match, who);
    }

    @POST
    @MakesDue
    @Path("/drain")
    @Operation(summary = "Hand over what is queued by now, and nothing that comes later")
    public Uni<Response> drain(
            @PathParam("channel") String channel, @HeaderParam("If-Match") String match, @Context SecurityContext who) {
        return to(channel, ChannelState.DRAINING, match, who);
    }

    private Uni<Response> to(String channel, ChannelState state, String match, SecurityContext who) {
        return change.to(
                        channel(channel),
                        state,
                        who.getUserPrincipal().getName(),
                        version -> match == null || match.equals("*") || match.equals("\"" + version + "\""))
                .map(ChannelResource::answer);
    }

    private static Channel channel(String name) {
        for (var channel : Channel.values()) {
            if (channel.name().toLowerCase(Locale.ROOT).equals(name)) {
                return channel;
            }
        }
        throw new Problem(ProblemType.NOT_FOUND, "There is no such channel; there are email and sms.");
    }

    private static Response answer(ChangeChannel.Versioned channel) {
        return Response.ok(channel.view()).tag(Long.toString(channel.version())).build();
    }
}
