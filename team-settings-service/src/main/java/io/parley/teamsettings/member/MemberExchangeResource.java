package io.parley.teamsettings.member;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestMulti;

import io.parley.rest.idempotency.Idempotent;
import io.parley.rest.problem.Problem;
import io.parley.rest.time.OwnTime;
import io.parley.teamsettings.access.Role;
import io.parley.teamsettings.member.model.Csv;
import io.parley.teamsettings.member.model.CsvRecord;
import io.parley.teamsettings.member.model.CsvRefused;
import io.parley.teamsettings.problem.ProblemType;

/** All members as one CSV file, out and in; what was exported can be imported. */
@Idempotent
@Path("/api")
class MemberExchangeResource {

    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int MOST_LINES = 10_000;

    private final ImportMembers imports;
    private final ExportMembers exports;

    MemberExchangeResource(ImportMembers imports, ExportMembers exports) {
        this.imports = imports;
        this.exports = exports;
    }

    @POST
    @Path("/members-import")
    @RolesAllowed(Role.ADMIN)
    @Consumes("text/csv")
    @OwnTime
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<ImportReport> take(
            @QueryParam("dryRun") @Schema(type = SchemaType.BOOLEAN) @DefaultValue("false") String dryRun,
            byte[] body) {
        return imports.take(records(CsvText.of(body, MOST_CHARACTERS)), isOn(dryRun));
    }

    /** Whoever mistypes it meant to change nothing. */
    private static boolean isOn(String dryRun) {
        if (!dryRun.matches("true|false")) {
            throw Problem.invalid("/dryRun", "must be true or false");
        }
        return Boolean.parseBoolean(dryRun);
    }

    @GET
    @Path("/members-export")
    @RolesAllowed(Role.ADMIN)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Multi<byte[]> give() {
        return RestMulti.fromMultiData(exports.lines())
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"members.csv\"")
                .build();
    }

    private static List<CsvRecord> records(String text) {
        var records = read(text);
        if (records.isEmpty() || !records.get(0).cells().equals(MemberColumns.NAMES)) {
            throw Problem.invalid("", "the first line must be " + String.join(",", MemberColumns.NAMES));
        }
        if (records.size() > MOST_LINES + 1) {
            throw new Problem(ProblemType.REQUEST_TOO_LARGE, "At most " + MOST_LINES + " members at once");
        }
        return records.subList(1, records.size());
    }

    private static List<CsvRecord> read(String text) {
        try {
            return Csv.read(text);
        } catch (CsvRefused e) {
            throw Problem.invalid("", e.getMessage());
        }
    }
}
