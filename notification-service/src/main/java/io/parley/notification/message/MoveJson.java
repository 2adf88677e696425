package io.parley.notification.message;

import io.vertx.core.json.JsonObject;

import io.parley.notification.message.model.MessageState;
import io.parley.notification.message.model.StateName;

/** A move as the ledger's one statement takes it: the row's new values, the attempt, and the fact to publish. */
final class MoveJson {

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
                .put("reason", Fact.reason(to))
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
            json.mergeIn(Fact.of(move.from(), to, move.gateway(), move.from().now()))
                    .put("traceparent", move.traceparent());
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

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
