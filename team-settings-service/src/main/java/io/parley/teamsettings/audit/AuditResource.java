package io.parley.teamsettings.audit;

import java.util.Arrays;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestMulti;

import io.parley.teamsettings.access.Role;
import io.parley.teamsettings.rest.Page;
import io.parley.teamsettings.rest.PageRequest;

/** Who changed what, when: page by page, or all of it as NDJSON. */
@Path("/api/changes")
class AuditResource {

    private final Audit audit;
    private final ObjectMapper json;

    AuditResource(Audit audit, ObjectMapper json) {
        this.audit = audit;
        this.json = json;
    }

    @GET
    @RolesAllowed(Role.ADMIN)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Page<AuditEntry>> page(@BeanParam AuditQuery query, @BeanParam PageRequest request) {
        return audit.find(query, AuditPlace.after(request.after()), request.limit() + 1)
                .map(rows -> Page.of(rows, request, AuditEntry::key, entry -> entry));
    }

    @GET
    @Path("/export")
    @RolesAllowed(Role.ADMIN)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Multi<byte[]> export(@BeanParam AuditQuery query) {
        // Wrong parameters are refused here, where the answer has not begun.
        query.parameters();
        return RestMulti.fromMultiData(audit.all(query).map(this::line))
                .header(HttpHeaders.CONTENT_TYPE, "application/x-ndjson")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.ndjson\"")
                .build();
    }

    private byte[] line(AuditEntry entry) {
        try {
            var bytes = json.writeValueAsBytes(entry);
            var line = Arrays.copyOf(bytes, bytes.length + 1);
            line[bytes.length] = '\n';
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of texts and times is always JSON", e);
        }
    }
}
