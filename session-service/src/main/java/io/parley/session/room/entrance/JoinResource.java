package io.parley.session.room.entrance;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.parley.rest.idempotency.Idempotent;
import io.parley.session.limit.Limits;
import io.parley.session.room.RoomAnswers;
import io.parley.session.room.ShowRoom;
import io.parley.session.room.browser.FromOwnPage;
import io.parley.session.room.browser.RoomCookie;
import io.parley.session.room.entrance.JoinSession.Outcome;
import io.parley.session.session.SessionProblems;
import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.Refusal;

/** The way into the room, for whoever holds a link. */
@Idempotent
@Path("/api/join/{token}")
@PermitAll
@FromOwnPage
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "join")
class JoinResource {

    private final Knock knock;
    private final JoinSession joinSession;
    private final ShowRoom showRoom;
    private final SendCode sendCode;
    private final SendNewLink sendNewLink;
    private final RoomCookie cookies;
    private final Limits limits;
    private final SessionProblems problems;
    private final UriInfo uri;

    JoinResource(
            Knock knock,
            JoinSession joinSession,
            ShowRoom showRoom,
            SendCode sendCode,
            SendNewLink sendNewLink,
            RoomCookie cookies,
            Limits limits,
            SessionProblems problems,
            UriInfo uri) {
        this.knock = knock;
        this.joinSession = joinSession;
        this.showRoom = showRoom;
        this.sendCode = sendCode;
        this.sendNewLink = sendNewLink;
        this.cookies = cookies;
        this.limits = limits;
        this.problems = problems;
        this.uri = uri;
    }

    @GET
    @Operation(
            summary = "What is needed to enter; changes nothing, however often it is asked",
            description = "A browser without a cookie gets one. It opens nothing before the join; it only makes the"
                    + " browser one to which an Idempotency-Key can belong.")
    public Uni<RestResponse<JoinView>> knock(String token, @CookieParam(RoomCookie.NAME) String cookie) {
        return knock.knock(token, cookie)
                .onFailure(JoinResource::isStranger)
                .recoverWithUni(unknown ->
                        limits.stranger().chain(() -> Uni.createFrom().failure(unknown)))
                .map(view -> answer(view, token, cookie));
    }

    private RestResponse<JoinView> answer(JoinView view, String token, String cookie) {
        var answer = ResponseBuilder.ok(view);
        return cookies.introduce(cookie, token)
                .map(introduced -> answer.header(HttpHeaders.SET_COOKIE, introduced))
                .orElse(answer)
                .build();
    }

    @POST
    @Operation(summary = "Enter the room; the answer sets the cookie that the room asks for")
    public Uni<Response> join(
            String token, @CookieParam(RoomCookie.NAME) String cookie, @NotNull @Valid JoinInput input) {
        return counted(joinSession.join(token, cookie, input).chain(this::answer));
    }

    /**
     * Links that lead nowhere are counted, where they come from; those that lead somewhere cost nothing. The refusal is
     * answered, and not thrown: that it was counted is to be kept, whatever transaction it is in.
     */
    private Uni<Response> counted(Uni<Response> answer) {
        return answer.onFailure(JoinResource::isStranger).recoverWithUni(unknown -> limits.stranger()
                .map(counted -> problems.refused((MoveRefused) unknown, uri)));
    }

    private static boolean isStranger(Throwable failure) {
        return failure instanceof MoveRefused refused && refused.refusal() == Refusal.LINK_UNKNOWN;
    }

    /** A wrong guess is answered, and not thrown, for it is counted, too. */
    private Uni<Response> answer(Outcome outcome) {
        var entry = outcome.entry();
        return entry.refusal() == null
                ? admit(outcome)
                : Uni.createFrom().item(() -> problems.refused(new MoveRefused(entry.refusal(), entry.instant()), uri));
    }

    private Uni<Response> admit(Outcome outcome) {
        return showRoom.show(outcome.entry().orThrow()).map(RoomAnswers::ok).map(room -> Response.fromResponse(room)
                .header(HttpHeaders.SET_COOKIE, cookies.set(outcome.browser()))
                .build());
    }

    @POST
    @Path("/otp")
    @Operation(summary = "Send a one-time code to the contact that is known")
    public Uni<Response> code(String token) {
        return counted(sendCode.send(token).map(sent -> Response.accepted(sent).build()));
    }

    @POST
    @Path("/new-link")
    @Operation(summary = "Send a new link instead of a lapsed one, to the contact that is known")
    public Uni<Response> newLink(String token) {
        return counted(
                sendNewLink.send(token).map(sent -> Response.accepted(sent).build()));
    }
}
