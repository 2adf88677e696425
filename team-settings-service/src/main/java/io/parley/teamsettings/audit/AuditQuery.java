package io.parley.teamsettings.audit;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;

import jakarta.ws.rs.QueryParam;

import io.vertx.mutiny.sqlclient.Tuple;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.change.Change;
import io.parley.teamsettings.rest.QueryId;

/** Which changes are wanted; whatever is not given does not matter. */
public class AuditQuery {

    @QueryParam("team")
    String team;

    @QueryParam("author")
    String author;

    @QueryParam("kind")
    @Parameter(description = "What was changed, such as SETTINGS or MEMBERS")
    String kind;

    @QueryParam("subject")
    @Parameter(description = "The member whose membership was changed")
    String subject;

    @QueryParam("item")
    @Parameter(description = "The asset or workflow that was changed")
    String item;

    @QueryParam("from")
    @Parameter(description = "RFC 3339, inclusive")
    String from;

    @QueryParam("to")
    @Parameter(description = "RFC 3339, exclusive")
    String to;

    /** As the parameters of the one statement that finds them. */
    Tuple parameters() {
        return Tuple.tuple()
                .addUUID(QueryId.of("team", team))
                .addString(author)
                .addString(validKind())
                .addString(subject)
                .addUUID(QueryId.of("item", item))
                .addOffsetDateTime(time("from", from))
                .addOffsetDateTime(time("to", to));
    }

    private String validKind() {
        if (kind != null
                && Arrays.stream(Change.Kind.values())
                        .noneMatch(known -> known.name().equals(kind))) {
            throw Problem.invalid("/kind", "must be one of " + Arrays.toString(Change.Kind.values()));
        }
        return kind;
    }

    private static OffsetDateTime time(String name, String text) {
        try {
            return text == null ? null : valid(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            throw Problem.invalid("/" + name, "must be an RFC 3339 time");
        }
    }

    private static OffsetDateTime valid(OffsetDateTime time) {
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new DateTimeException("year");
        }
        return time;
    }
}
