package io.parley.teamsettings.asset;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.parley.rest.problem.InvalidField;
import io.parley.rest.problem.Problem;
import io.parley.teamsettings.rest.MergePatchBody;

/** Puts what is said of an asset into its draft. */
@ApplicationScoped
class AssetDrafts {

    private final ObjectMapper json;
    private final MergePatchBody bodies;

    AssetDrafts(ObjectMapper json, MergePatchBody bodies) {
        this.json = json;
        this.bodies = bodies;
    }

    /** The body of an asset after a merge patch; the kind stays. */
    AssetBody patched(AssetRow row, byte[] patch) {
        var body = bodies.merge(said(row), patch, AssetBody.class);
        if (body.kind() != row.kind) {
            throw Problem.invalid("/kind", "cannot be changed");
        }
        return body.valid();
    }

    void write(AssetBody body, AssetRow row) {
        row.name = body.name();
        row.kind = body.kind();
        row.text = body.text();
        row.url = body.url();
        row.schema = checked(text(body.schema()));
        row.teams = body.allTeams().toArray(UUID[]::new);
    }

    private Map<String, Object> said(AssetRow row) {
        var said = new LinkedHashMap<String, Object>();
        said.put("kind", row.kind);
        said.put("name", row.name);
        said.put("teams", row.teams);
        said.put("text", row.text);
        said.put("url", row.url);
        said.put("schema", row.schema == null ? null : bodies.read(row.schema.getBytes(StandardCharsets.UTF_8)));
        said.values().removeIf(value -> value == null);
        return said;
    }

    private static String checked(String schema) {
        var errors = schema == null ? List.<InvalidField>of() : MetaSchema.errors(schema);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return schema;
    }

    private String text(Map<String, Object> schema) {
        try {
            return schema == null ? null : json.writeValueAsString(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read from JSON is JSON", e);
        }
    }
}
