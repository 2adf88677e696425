package io.parley.teamsettings.problem;

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
    FORBIDDEN(403, "Not for this role", "The token is valid, but none of its roles may do this."),
    NOT_FOUND(
            404,
            "There is no such thing",
            "The address leads to nothing, or to something that the caller may not know of."),
    UNKNOWN_TEAM(404, "There is no such team", "The team that the request names does not exist, or not any more."),
    UNKNOWN_MEMBER(
            404,
            "There is no such member",
            "Nobody with this subject has a team yet; an administrator puts members into teams."),
    METHOD_NOT_ALLOWED(405, "Not this method", "The header Allow lists the methods that this address takes."),
    NOT_ACCEPTABLE(
            406, "Not in this format", "The address does not answer in any format that the header Accept allows."),
    CONFLICT(
            409,
            "In conflict with what is there",
            "Somebody else's change came in between; read again and decide anew."),
    REQUEST_IN_PROGRESS(
            409, "Still at it", "A request with this Idempotency-Key is being done; ask again for its answer."),
    TEAM_NAME_TAKEN(
            409, "The name is taken", "Another team has this name; capital and small letters make no difference."),
    TEAM_HAS_MEMBERS(
            409,
            "The team has members",
            "Move the members, main and secondary ones, to other teams before deleting it."),
    BORROWING_NOT_ALLOWED(
            409,
            "The home team may not borrow",
            "The settings of the home team say that its agents may not borrow (borrowing.mayBorrow)."),
    LENDING_NOT_ALLOWED(
            409,
            "The team does not lend to this one",
            "The team whose settings are wanted does not lend them to the home team (lending.to)."),
    SETTINGS_CONTRADICT(
            409,
            "Nothing could work with these settings",
            "Each entry of errors names a contradiction that the change would bring about, and the settings that are part of it."),
    NOTHING_TO_PUBLISH(
            409,
            "The draft is not complete",
            "A document needs its content, a form its schema, a text its text, a link its address before it can be published."),
    ALREADY_PUBLISHED(
            409, "It was published", "What was published once may be in a session; archive it instead of deleting it."),
    ARCHIVED(409, "It is archived", "What is archived cannot be changed or published; restore it first."),
    PRECONDITION_FAILED(
            412,
            "It was changed meanwhile",
            "If-Match does not name the current state; read again, and repeat with the new ETag."),
    REQUEST_TOO_LARGE(413, "Too large", "The request, or the file in it, is larger than this address takes."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Not this kind of content",
            "The address does not take this content type; merge patches are application/merge-patch+json."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The key stands for another request",
            "This Idempotency-Key was used for a request that asked for something else."),
    PRECONDITION_REQUIRED(
            428,
            "If-Match is needed",
            "Changes need the header If-Match with the ETag that was read, so that no update is lost."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Come back after the seconds in the header Retry-After."),
    INTERNAL_ERROR(500, "Something went wrong here", "It is our fault, and it is in our log."),
    UNAVAILABLE(503, "Not available now", "Something that this service needs is away; try again soon.");

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
}
