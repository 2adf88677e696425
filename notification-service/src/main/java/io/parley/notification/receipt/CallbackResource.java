package io.parley.notification.receipt;

import java.time.Instant;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.notification.gateway.GatewayConfig;
import io.parley.notification.problem.ProblemType;
import io.parley.rest.idempotency.KeyInOpenApi;
import io.parley.rest.problem.Problem;

/** Where gateways report deliveries. The signature is checked before anything else is looked at. */
@Path("/callbacks/{gateway}")
@PermitAll
@Tag(name = "Receipts")
@APIResponse(responseCode = "204", description = "Taken; it may have changed nothing")
@APIResponse(responseCode = "403", description = "Problem forged-callback")
@APIResponse(responseCode = "404", description = "Problem not-found: no such gateway or message")
public class CallbackResource {

    private static final String BY_ITSELF = "Receipts move forward only; one that comes twice changes nothing more";

    private final GatewayConfig gateways;
    private final ReceiveReceipt receive;

    CallbackResource(GatewayConfig gateways, ReceiveReceipt receive) {
        this.gateways = gateways;
        this.receive = receive;
    }

    @POST
    @Extension(name = KeyInOpenApi.EXEMPT, value = BY_ITSELF)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Take a receipt of a text", description = "Signed as Twilio signs: X-Twilio-Signature.")
    public Uni<Response> twilio(
            @PathParam("gateway") String gateway,
            @HeaderParam("X-Twilio-Signature") String signature,
            @Context UriInfo uri,
            String body) {
        var query = uri.getRequestUri().getRawQuery();
        // The address as the gateway knows it; this request may have come through a proxy
        var url = gateways.callbackUrl() + "/callbacks/" + gateway + (query == null ? "" : "?" + query);
        return receive(
                TwilioCallback.read(gateway, settings(gateway, GatewayConfig.Type.TWILIO), url, signature, body));
    }

    @POST
    @Extension(name = KeyInOpenApi.EXEMPT, value = BY_ITSELF)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take a receipt of a generic gateway",
            description = "X-Parley-Signature is the HMAC-SHA256 in hex of X-Parley-Timestamp, a dot and the body.")
    public Uni<Response> generic(
            @PathParam("gateway") String gateway,
            @HeaderParam("X-Parley-Timestamp") String time,
            @HeaderParam("X-Parley-Signature") String signature,
            String body) {
        return receive(GenericCallback.read(
                gateway, settings(gateway, GatewayConfig.Type.HTTP), time, signature, body, Instant.now()));
    }

    @POST
    @Extension(name = KeyInOpenApi.EXEMPT, value = BY_ITSELF)
    @Consumes("message/rfc822")
    @Operation(
            summary = "Take a mail that came back",
            description = "The pipe of the bounce mailbox; recipient is the tagged return address that it came to.")
    public Uni<Response> bounce(
            @PathParam("gateway") String gateway, @QueryParam("recipient") String recipient, String body) {
        return receive(BounceMail.read(gateway, settings(gateway, GatewayConfig.Type.SMTP), recipient, body));
    }

    private GatewayConfig.Settings settings(String gateway, GatewayConfig.Type type) {
        return Optional.ofNullable(gateways.named().get(gateway))
                .filter(settings -> settings.type() == type)
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "There is no such gateway."));
    }

    private Uni<Response> receive(Optional<Callback> callback) {
        return callback.orElseThrow(
                        () -> new Problem(ProblemType.FORGED_CALLBACK, ProblemType.FORGED_CALLBACK.explanation()))
                .to(receive)
                .map(CallbackResource::answer);
    }

    private static Response answer(boolean known) {
        if (!known) {
            throw new Problem(ProblemType.NOT_FOUND, "There is no such message.");
        }
        return Response.noContent().build();
    }
}
