package io.parley.notification.problem;

import io.parley.rest.problem.ProblemKind;

/** Every refusal that this service knows; docs/problems/notification-service.md has a heading for each. */
public enum ProblemType implements ProblemKind {
    INVALID_REQUEST(
            400,
            "The request is not valid",
            "A field or parameter has a value that it may not have; errors say which."),
    UNREADABLE_REQUEST(
            400, "The request can't be read", "The body is empty, not JSON, or has a field that is not known."),
    UNAUTHENTICATED(401, "Who are you?", "The bearer token is missing, expired or not from the configured issuer."),
    FORBIDDEN(403, "Not allowed", "The token's roles do not allow this; admin or system is needed."),
    FORGED_CALLBACK(
            403,
            "The signature does not match",
            "A receipt was not signed with the gateway's secret over this address and body. Nothing was changed."),
    NOT_FOUND(404, "Not found", "There is nothing at this address."),
    METHOD_NOT_ALLOWED(
            405, "Method not allowed", "The address exists, but not for this method; the header Allow says which."),
    NOT_ACCEPTABLE(406, "Not acceptable", "None of the accepted media types can be made."),
    CONFLICT(409, "Changed meanwhile", "Somebody else's change came in between; read again and decide anew."),
    REQUEST_IN_PROGRESS(
            409, "Still at it", "A request with this Idempotency-Key is being done; ask again for its answer."),
    PRECONDITION_FAILED(
            412, "Changed meanwhile", "If-Match names another version than the current one; read it again."),
    REQUEST_TOO_LARGE(413, "The request is too large", "The body is larger than this service takes."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "The body is not of a type that this address takes."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The key stands for another request",
            "This Idempotency-Key was used for a request that asked for something else."),
    INTERNAL_ERROR(500, "Something is broken here", "Not your fault. It is in the log, with its trace."),
    UNAVAILABLE(503, "Not available now", "Something that this needs can't be reached; try again later.");

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
