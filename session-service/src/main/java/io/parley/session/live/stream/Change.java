package io.parley.session.live.stream;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;

import io.parley.session.access.Caller;

/**
 * An entry of a timeline on its way to those who watch. It tells what has happened; what is there now, the reader
 * fetches.
 *
 * @param resume the position from which a reader of all sessions may go on later without missing anything
 * @param data of the event
 */
record Change(UUID session, long sequence, long position, long resume, String type, JsonNode data) implements News {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SUBJECTS = List.of("message", "workflow", "asset", "document", "invitation");
    private static final Set<String> TOLD = Set.of("id", "number", "author", "step", "name", "reason", "uploadedBy");
    private static final Set<String> MOVES_ACCESS = Set.of(
            "parley.session.ended.v1",
            "parley.session.expired.v1",
            "parley.session.access-ended.v1",
            "parley.session.purged.v1",
            "parley.session.transferred.v1");

    static Change of(Row row) {
        try {
            return new Change(
                    row.getUUID("session_id"),
                    row.getLong("sequence"),
                    row.getLong("position"),
                    row.getLong("position"),
                    row.getString("type"),
                    JSON.readTree(row.getString("data")));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Change resumeAt(long safely) {
        return new Change(session, sequence, position, Math.min(position, safely), type, data);
    }

    /** Also for whoever has just given it away. */
    @Override
    public boolean isFor(Caller caller) {
        return caller.sees(owner(), UUID.fromString(data.path("homeTeam").asText()))
                || data.path("previousOwner").asText().equals(caller.subject());
    }

    String owner() {
        return data.path("owner").asText();
    }

    /** Whether some who could see the session before may not any more. */
    boolean movesAccess() {
        return MOVES_ACCESS.contains(type);
    }

    @Override
    public String line() {
        return Line.of("change", resume, forAgents());
    }

    String lineForAgents() {
        return Line.of("change", sequence, forAgents());
    }

    /** The customer is told nothing of how messages are delivered, nor who works for the team. */
    String lineForCustomer() {
        return type.startsWith("parley.invitation.") ? null : Line.of("change", sequence, about().toString());
    }

    private String forAgents() {
        var told = about().put("owner", owner());
        if (data.has("previousOwner")) {
            told.set("previousOwner", data.get("previousOwner"));
        }
        if (data.path("actor").has("subject")) {
            ((ObjectNode) told.get("actor")).set("subject", data.get("actor").get("subject"));
        }
        return told.toString();
    }

    private ObjectNode about() {
        var told = JsonNodeFactory.instance
                .objectNode()
                .put("sessionId", session.toString())
                .put("sequence", sequence)
                .put("type", type);
        told.set("at", data.get("at"));
        told.set("state", data.path("state").get("after"));
        told.set("cause", data.get("cause"));
        told.putObject("actor").set("role", data.path("actor").get("role"));
        SUBJECTS.stream()
                .filter(data::has)
                .forEach(subject -> told.set(
                        subject, ((ObjectNode) data.get(subject)).deepCopy().retain(TOLD)));
        return told;
    }
}
