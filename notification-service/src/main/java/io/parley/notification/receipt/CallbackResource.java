package io.parley.notification.receipt;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.notification.gateway.GatewayConfig;
import io.parley.notification.problem.ProblemType;
import io.parley.notification.problem.Refused;

/** Where gateways report deliveries. The signature is checked before anything else is looked at. */
@Path("/callbacks/{gateway}")
@Tag(name = "Receipts")
public class CallbackResource {

    private final GatewayConfig gateways;
    private final ReceiveReceipt receive;

    CallbackResource(GatewayConfig gateways, ReceiveReceipt receive) {
        this.gateways = gateways;
        this.receive = receive;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Take a delivery receipt", description = "Signed as Twilio signs: X-Twilio-Signature.")
    @APIResponse(responseCode = "204", description = "Taken; it may have changed nothing")
    @APIResponse(responseCode = "403", description = "Problem forged-callback")
    @APIResponse(responseCode = "404", description = "Problem not-found: no such gateway or message")
    public Uni<Response> twilio(
            @PathParam("gateway") String gateway,
            @HeaderParam("X-Twilio-Signature") String signature,
            @Context UriInfo uri,
            String body) {
        var form = signedForm(gateway, signature, uri, body);
        var receipt = TwilioStatus.read(form.get("MessageStatus").orElse(""));
        if (receipt.isEmpty()) {
            return Uni.createFrom().item(Response.noContent().build());
        }
        var reason = TwilioStatus.reason(form.get("ErrorCode").orElse(""));
        var message = uri.getQueryParameters().getFirst("message");
        var known = message == null
                ? receive.forReference(gateway, form.get("MessageSid").orElse(""), receipt.get(), reason)
                : receive.forMessage(id(message), receipt.get(), reason);
        return known.map(CallbackResource::answer);
    }

    private FormBody signedForm(String gateway, String signature, UriInfo uri, String body) {
        var settings = gateways.named().get(gateway);
        if (settings == null || settings.type() != GatewayConfig.Type.TWILIO) {
            throw new Refused(ProblemType.NOT_FOUND, "There is no such gateway.");
        }
        var query = uri.getRequestUri().getRawQuery();
        // The address as the gateway knows it; this request may have come through a proxy
        var url = gateways.callbackUrl() + "/callbacks/" + gateway + (query == null ? "" : "?" + query);
        var form = form(body);
        if (form == null || !new TwilioSignature(settings.password().orElse("")).matches(signature, url, form)) {
            throw new Refused(ProblemType.FORGED_CALLBACK, "The signature does not match.");
        }
        return form;
    }

    private static FormBody form(String body) {
        try {
            return FormBody.parse(body == null ? "" : body);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(ProblemType.NOT_FOUND, "There is no such message.");
        }
    }

    private static Response answer(boolean known) {
        if (!known) {
            throw new Refused(ProblemType.NOT_FOUND, "There is no such message.");
        }
        return Response.noContent().build();
    }
}
