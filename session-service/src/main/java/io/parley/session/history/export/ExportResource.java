package io.parley.session.history.export;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.core.buffer.Buffer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

import io.parley.session.access.Callers;
import io.parley.session.history.SessionQuery;

/** Where sessions are taken out of the history in numbers. */
@Path("/api/sessions/export")
@RolesAllowed({"agent", "supervisor", "system"})
@Tag(name = "sessions")
class ExportResource {

    private final Callers callers;
    private final ExportSessions exportSessions;
    private final ObjectMapper json;

    ExportResource(Callers callers, ExportSessions exportSessions, ObjectMapper json) {
        this.callers = callers;
        this.exportSessions = exportSessions;
        this.json = json;
    }

    @GET
    @Produces(Form.NDJSON)
    @Operation(
            summary = "All sessions that a search finds, as a stream; its form by the header Accept",
            description =
                    "The filters of the search, and what it would show. limit does not count; cursor goes on where"
                            + " an export broke off: after a session of its list. One object or line a session, newest first.")
    @APIResponse(responseCode = "200", description = "One JSON object in each line")
    public RestMulti<Buffer> ndjson(@BeanParam @Valid SessionQuery query, @Context HttpHeaders headers) {
        return export(query, headers, new Form.Ndjson(json), "ndjson", Form.NDJSON);
    }

    @GET
    @Produces(Form.CSV)
    @Operation(hidden = true)
    public RestMulti<Buffer> csv(@BeanParam @Valid SessionQuery query, @Context HttpHeaders headers) {
        return export(query, headers, new Form.Csv(), "csv", Form.CSV + ";charset=UTF-8");
    }

    private RestMulti<Buffer> export(SessionQuery query, HttpHeaders headers, Form form, String suffix, String type) {
        requireAccepted(headers, type);
        var lines = callers.current().chain(caller -> exportSessions.export(query, caller, form));
        return RestMulti.fromUniResponse(lines, found -> found, found -> headers(suffix, type));
    }

    private static Map<String, List<String>> headers(String suffix, String type) {
        return Map.of(
                "Content-Disposition",
                List.of("attachment; filename=\"sessions." + suffix + "\""),
                "Content-Type",
                List.of(type),
                "Cache-Control",
                List.of("no-store"));
    }

    /** The framework takes any of several methods where none is acceptable. */
    private static void requireAccepted(HttpHeaders headers, String type) {
        if (headers.getAcceptableMediaTypes().stream().noneMatch(MediaType.valueOf(type)::isCompatible)) {
            throw new NotAcceptableException();
        }
    }
}
