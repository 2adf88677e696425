package io.parley.session.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.rest.idempotency.Idempotent;
import io.parley.session.access.Callers;
import io.parley.session.customer.CustomerInput;
import io.parley.session.rehearsal.Rehearsable;
import io.parley.session.session.model.Owner;
import io.parley.session.session.view.SessionAnswers;
import io.parley.session.session.view.Target;
import io.parley.session.settings.Resolutions;

/** The commands that move a session through its life. */
@Idempotent
@Rehearsable
@Path("/api/sessions/{id}")
@RolesAllowed({"agent", "supervisor", "system"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "commands")
class CommandResource {

    private final Callers callers;
    private final InviteCustomer inviteCustomer;
    private final ResendInvitation resendInvitation;
    private final ReengageCustomer reengageCustomer;
    private final EndSession endSession;
    private final RenewSession renewSession;
    private final TransferSession transferSession;
    private final Resolutions resolutions;
    private final SessionAnswers answers;

    CommandResource(
            Callers callers,
            InviteCustomer inviteCustomer,
            ResendInvitation resendInvitation,
            ReengageCustomer reengageCustomer,
            EndSession endSession,
            RenewSession renewSession,
            TransferSession transferSession,
            Resolutions resolutions,
            SessionAnswers answers) {
        this.answers = answers;
        this.callers = callers;
        this.inviteCustomer = inviteCustomer;
        this.resendInvitation = resendInvitation;
        this.reengageCustomer = reengageCustomer;
        this.endSession = endSession;
        this.renewSession = renewSession;
        this.transferSession = transferSession;
        this.resolutions = resolutions;
    }

    /** @param customer who was meant */
    record ReengageInput(@NotNull @Valid CustomerInput customer) {}

    /** @param tell false to send no new link; the last one lives again */
    record RenewInput(@JsonProperty("notify") Boolean tell) {}

    /** @param owner subject of the agent who is to have the session */
    record TransferInput(@NotNull @Size(min = 1, max = 200) String owner) {}

    @POST
    @Path("/invite")
    @Operation(summary = "Invite the customer of a planned session")
    public Uni<Response> invite(@BeanParam Target target) {
        return callers.current()
                .chain(caller -> inviteCustomer.invite(target, caller))
                .chain(answers::ok);
    }

    @POST
    @Path("/resend")
    @Operation(summary = "Send a new link to the same contact")
    public Uni<Response> resend(@BeanParam Target target) {
        return callers.current()
                .chain(caller -> resendInvitation.resend(target, caller))
                .chain(answers::ok);
    }

    @POST
    @Path("/re-engage")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace the customer's details before the join")
    public Uni<Response> reengage(@BeanParam Target target, @NotNull @Valid ReengageInput input) {
        return callers.current()
                .chain(caller -> reengageCustomer.reengage(target, input.customer(), caller))
                .chain(answers::ok);
    }

    @POST
    @Path("/end")
    @Operation(summary = "End a session")
    public Uni<Response> end(@BeanParam Target target) {
        return callers.current().chain(caller -> endSession.end(target, caller)).chain(answers::ok);
    }

    @POST
    @Path("/renew")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Restore an ended session to what it was")
    public Uni<Response> renew(@BeanParam Target target, RenewInput input) {
        boolean tell = input == null || !Boolean.FALSE.equals(input.tell());
        return callers.current()
                .chain(caller -> renewSession.renew(target, tell, caller))
                .chain(answers::ok);
    }

    @POST
    @Path("/transfer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give the session to another agent")
    public Uni<Response> transfer(@BeanParam Target target, @NotNull @Valid TransferInput input) {
        return callers.current()
                .chain(caller -> owner(input.owner()).chain(next -> transferSession.transfer(target, next, caller)))
                .chain(answers::ok);
    }

    private Uni<Owner> owner(String subject) {
        return resolutions
                .resolve(subject, null)
                .map(known -> known.subject())
                .map(member -> new Owner(member.subject(), member.name(), member.email()));
    }
}
