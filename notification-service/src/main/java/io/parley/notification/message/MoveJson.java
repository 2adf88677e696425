package io.parley.notification.message;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.vertx.core.json.JsonObject;

import io.parley.notification.message.model.MessageState;
import io.parley.notification.message.model.StateName;

/** A move as the ledger's one statement takes it: the row's new values, the attempt, and the fact to publish. */
final class MoveJson {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private MoveJson() {}

    static JsonObject of(Move move) {
        var to = move.to();
        var json = new JsonObject()
                .put("id", move.from().id())
                .put("state", to.name())
                .put("due_at", text(move.dueAt()))
                .put(
                        "cancelled",
                        to instanceof MessageState.Sending ? text(((MessageState.Sending) to).cancelled()) : null)
                .put("reason", reason(to))
                .put("made", to.tries().made())
                .put("unknown", to.tries().unknown())
                .put("round", to.tries().round())
                .put("gateway_at", to.tries().gateway())
                .put("gateway", move.gateway())
                .put("claimed", move.isClaim())
                .put("open", to.name().isOpen())
                .put("over", to.name().isOutcome())
                .put("sent", to.name() == StateName.SENT || to.name() == StateName.DELIVERED);
        addAttempt(json, move);
        if (move.isPublished()) {
            addFact(json, move);
        }
        return json;
    }

    private static void addAttempt(JsonObject json, Move move) {
        if (move.ended() == null) {
            return;
        }
        json.put("number", move.from().state().tries().made())
                .put("ended_at_gateway", move.endedAt())
                .put("result", move.ended().result())
                .put("attempt_reason", move.ended().reason())
                .put("reference", move.ended().reference());
    }

    private static void addFact(JsonObject json, Move move) {
        var entry = move.from();
        var data = new JsonObject()
                .put("messageId", entry.id())
                .put("sessionId", entry.sessionId())
                .put("kind", entry.kind())
                .put("channel", entry.channel())
                .put("attempt", move.to().tries().made())
                .put("at", entry.now());
        putIfThere(data, "invitationId", entry.invitationId());
        putIfThere(data, "gateway", move.gateway());
        putIfThere(data, "reason", reason(move.to()));
        json.put("event_id", IDS.generate())
                .put("type", "parley.message." + move.to().name().name().toLowerCase() + ".v1")
                .put("session_id", entry.sessionId())
                .put("correlation_id", entry.correlationId())
                .put("data", data.encode())
                .put("traceparent", move.traceparent());
    }

    private static String reason(MessageState state) {
        return state instanceof MessageState.Undelivered ? ((MessageState.Undelivered) state).reason() : null;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static void putIfThere(JsonObject json, String name, Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
