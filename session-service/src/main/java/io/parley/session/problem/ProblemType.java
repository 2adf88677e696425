package io.parley.session.problem;

import java.util.regex.Pattern;

import io.parley.rest.problem.ProblemKind;

/** Every refusal that this service can answer; the names are API, each has its heading in docs/problems. */
public enum ProblemType implements ProblemKind {
    INVALID_REQUEST(
            400,
            "The request is not valid",
            "Each entry of errors names a place in the request by its JSON pointer, and what is expected there."),
    UNREADABLE_REQUEST(
            400,
            "The request cannot be read",
            "The body is not JSON, is null, is no object, or has a field that nobody knows."),
    UNAUTHENTICATED(
            401,
            "No valid access token",
            "Send Authorization: Bearer with a token of the issuer that this installation trusts."),
    NOT_IN_THE_ROOM(
            401, "Not in the room", "The browser has no cookie of a session that it has joined; open the link again."),
    FORBIDDEN(403, "Not for this role", "The token is valid, but none of its roles may do this."),
    CONSENT_REQUIRED(
            403, "Consent is required", "The team asks for agreement to a text before joining: send consent true."),
    PIN_REQUIRED(
            403,
            "A PIN is required",
            "The agent has set a PIN for this session, and told it to the customer: send pin."),
    PIN_WRONG(403, "The PIN is wrong", "It counts: some wrong ones lock the entrance for a while."),
    CODE_REQUIRED(403, "A one-time code is required", "Ask for one at /otp, and send it as code."),
    CODE_WRONG(
            403,
            "The code is wrong",
            "It is not the one that was sent last, or it is too old. It counts: some wrong ones lock the entrance for a while."),
    ACCESS_ENDED(
            403,
            "Nothing more can be done here",
            "The session is over, and the team does not let customers go on after it."),
    ATTACHMENTS_OFF(403, "No documents here", "The team's settings do not let customers add documents to the room."),
    CHAT_OFF(403, "No chat here", "The team's settings have no chat in the room."),
    FOREIGN_ORIGIN(
            403,
            "Not from another site",
            "A page of another origin sent the request; the customer's side takes them from its own page only."),
    NOT_FOUND(
            404,
            "There is no such thing",
            "The address leads to nothing, or to something that the caller may not know of."),
    UNKNOWN_TEAM(404, "There is no such team", "The team that the request names does not exist, or not any more."),
    LINK_UNKNOWN(404, "This link leads nowhere", "No invitation has this link. It may have been copied in part."),
    WORKFLOW_UNKNOWN(
            404, "There is no such workflow in the session", "The session has no session workflow of this id."),
    STEP_UNKNOWN(404, "There is no such step", "The session workflow has no step of this id."),
    ASSET_UNKNOWN(404, "There is no such asset in the session", "The session has no asset of this id."),
    DOCUMENT_UNKNOWN(404, "There is no such document in the session", "The session has no document of this id."),
    METHOD_NOT_ALLOWED(405, "Not this method", "The header Allow lists the methods that this address takes."),
    NOT_ACCEPTABLE(
            406, "Not in this format", "The address does not answer in any format that the header Accept allows."),
    CONFLICT(
            409,
            "In conflict with what is there",
            "Somebody else's change came in between; read again and decide anew."),
    UNKNOWN_MEMBER(409, "Not a member of any team", "An administrator must put the agent into a team first."),
    BORROWING_NOT_ALLOWED(
            409, "The home team may not borrow", "The settings of the home team say that its agents may not borrow."),
    LENDING_NOT_ALLOWED(
            409,
            "The team does not lend to this one",
            "The team whose settings are wanted does not lend them to the home team."),
    SINGLE_ACTIVE_SESSION(
            409,
            "Another session is open",
            "The team lets an agent have one open session; session names the one that is open."),
    SESSION_NOT_INVITED(409, "The customer is not invited yet", "The session is planned: invite first."),
    SESSION_ALREADY_INVITED(
            409, "The customer is invited already", "Resend, or re-engage to correct the customer's details."),
    CUSTOMER_ALREADY_JOINED(
            409,
            "The customer has joined",
            "Who the customer is can no longer be changed: start a new session with the intended customer."),
    SESSION_NOT_ENDED(409, "The session is not over", "Only what has ended can be renewed."),
    RENEWAL_PERIOD_OVER(409, "Too late to renew", "The session could be renewed until the time in until."),
    SESSION_PURGED(
            409,
            "Too late to renew: retention has purged it",
            "What the session left behind is no longer retained; purged in the session names what is gone."),
    CONTACT_REQUIRED(
            409, "No way to reach the customer", "The team's settings ask for an email address or a phone number."),
    CONTACT_NOT_REACHABLE(
            409, "No message can be sent", "The agent carries this session's link; ask the agent for a new one."),
    LINK_NOT_EXPIRED(409, "The link still works", "A new one is sent when it has lapsed."),
    REQUEST_IN_PROGRESS(
            409, "Still at it", "A request with this Idempotency-Key is being done; ask again for its answer."),
    CODE_NOT_ASKED(409, "No code is needed", "This session is entered without a one-time code."),
    WORKFLOW_COMPLETED(409, "The workflow is complete", "What is complete is neither restarted nor removed."),
    WORKFLOW_CLOSED(409, "The workflow's time is over", "Its steps are closed until the agent starts it again."),
    STEP_NOT_NEXT(409, "Not this step yet", "Steps are done in their order."),
    ANOTHER_DEVICE(
            409, "Joined on another device", "The session is bound to the browser in which it was joined first."),
    LINK_EXPIRED(410, "The link has expired", "Ask for a new one: it goes to the contact that is known already."),
    LINK_SUPERSEDED(410, "A newer link was sent", "Only the newest link works; look for the latest message."),
    SESSION_ENDED(410, "The session has ended", "It was ended; a supervisor, agent or system may renew it."),
    SESSION_EXPIRED(
            410,
            "The session has expired",
            "Nothing was done in it for as long as the team allows; it may be renewed."),
    PRECONDITION_FAILED(
            412,
            "It was changed meanwhile",
            "If-Match does not name the current state; read again, and repeat with the new ETag."),
    REQUEST_TOO_LARGE(413, "Too large", "The request is larger than this address takes."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Not this kind of content",
            "The address does not take this content type; merge patches are application/merge-patch+json."),
    DOCUMENT_KIND_REFUSED(
            415,
            "Not this kind of document",
            "Taken in are PDF, PNG, JPEG and plain text in UTF-8, judged by what is in the file, not by its name."),
    RANGE_NOT_SATISFIABLE(416, "Not within the document", "The header Range names no byte that the document has."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The key stands for another request",
            "This Idempotency-Key was used for a request that asked for something else."),
    LOCKED(
            423,
            "The entrance is locked",
            "Too many wrong answers. It opens again at the time in until, or, where there is none, by the agent's re-engaging, and after the join by a link that the agent takes."),
    PRECONDITION_REQUIRED(
            428,
            "If-Match is needed",
            "Changes need the header If-Match with the ETag that was read, so that no update is lost."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Come back after the seconds in the header Retry-After."),
    TOO_MANY_CODES(429, "Too many codes", "No more codes are sent for this session; ask the agent."),
    TOO_MANY_MESSAGES(429, "Too many messages", "Come back after the seconds in the header Retry-After."),
    TOO_MANY_STREAMS(
            429, "Too many streams", "This caller has as many live streams open as one may have; close one first."),
    TOO_MANY_RESENDS(
            429,
            "Too many invitations",
            "A customer is not to be flooded; come back after the seconds in the header Retry-After."),
    TOO_MANY_TEXTS(
            429,
            "Too many texts",
            "As many texts as may be were asked for: to the number or its like, by the agent, the team, or in all. Come"
                    + " back after the seconds in the header Retry-After; mail is not held up by it."),
    INTERNAL_ERROR(500, "Something went wrong here", "It is our fault, and it is in our log."),
    UNAVAILABLE(503, "Not available now", "Something that this service needs is away; try again soon.");

    private static final Pattern PATH_OF_A_LINK = Pattern.compile("^(/j|/api/join)/.*");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    /** The path of a link is its secret: it is cut off where the secret begins. */
    @Override
    public String sayable(String path) {
        return PATH_OF_A_LINK.matcher(path).replaceFirst("$1");
    }
}
