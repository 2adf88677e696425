package io.parley.notification.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.parley.rest.problem.Problem;
import io.parley.rest.time.OwnTime;

/** Proves for any period that each committed request has come to an end, or says which has not. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "system"})
@Tag(name = "Audit")
public class AuditResource {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MOST = 100;

    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @OwnTime
    @Operation(summary = "Every request of a period, joined with its outcome")
    @APIResponse(responseCode = "200", description = "Counts of the whole period, and a page of its requests")
    @APIResponse(responseCode = "400", description = "Problem invalid-request")
    public Uni<AuditView> audit(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @Parameter(description = "true: list only the requests that have no outcome yet") @QueryParam("open")
                    String open,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        return audit.of(
                time("from", from, Instant.EPOCH), time("to", to, LATEST), isTrue(open), cursor(cursor), limit(limit));
    }

    private static Instant time(String name, String text, Instant otherwise) {
        try {
            var time = text == null ? otherwise : OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
                throw new DateTimeException(name);
            }
            return time;
        } catch (DateTimeException e) {
            throw Problem.invalid("/" + name, "must be a time such as 2026-11-16T09:30:00Z");
        }
    }

    private static boolean isTrue(String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw Problem.invalid("/open", "must be true or false");
        }
        return "true".equals(text);
    }

    private static int limit(String text) {
        if (text == null) {
            return MOST;
        }
        if (!text.matches("[1-9]\\d?|100")) {
            throw Problem.invalid("/limit", "must be a number from 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static Audit.Cursor cursor(String text) {
        try {
            return text == null ? null : Audit.Cursor.parse(text);
        } catch (RuntimeException e) {
            throw Problem.invalid("/cursor", "must be a cursor that a page gave");
        }
    }
}
