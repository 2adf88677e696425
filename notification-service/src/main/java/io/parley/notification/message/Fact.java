package io.parley.notification.message;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import io.vertx.core.json.JsonObject;

import io.parley.notification.message.model.MessageState;

/**
 * What became of a message, as others are told. A message enters each state once, so message and state make the event's
 * id: who is told again is told the same.
 */
final class Fact {

    private static final long TIME = 0xFFFF_FFFF_FFFF_0000L;
    private static final long VERSIONS = 0xF000L;
    private static final long VERSION = 0x7000L;

    private Fact() {}

    /** The columns of the outbox that are the event's own. */
    static JsonObject of(Entry entry, MessageState state, String gateway, Instant at) {
        var type = "parley.message." + state.name().name().toLowerCase(Locale.ROOT) + ".v1";
        return new JsonObject()
                .put("event_id", id(entry.id(), type))
                .put("type", type)
                .put("session_id", entry.sessionId())
                .put("correlation_id", entry.correlationId())
                .put("data", data(entry, state, gateway, at).encode());
    }

    /** A UUIDv7 of the message's own time, for ids are ordered by it; the rest is the two's, and the same each time. */
    static UUID id(UUID message, String type) {
        var hash = Generators.nameBasedGenerator(message).generate(type);
        long time = message.getMostSignificantBits() & TIME;
        return new UUID(
                time | VERSION | hash.getMostSignificantBits() & ~(TIME | VERSIONS), hash.getLeastSignificantBits());
    }

    static String reason(MessageState state) {
        return state instanceof MessageState.Undelivered ? ((MessageState.Undelivered) state).reason() : null;
    }

    private static JsonObject data(Entry entry, MessageState state, String gateway, Instant at) {
        var data = new JsonObject()
                .put("messageId", entry.id())
                .put("sessionId", entry.sessionId())
                .put("kind", entry.kind())
                .put("channel", entry.channel())
                .put("attempt", state.tries().made())
                .put("at", at);
        putIfThere(data, "invitationId", entry.invitationId());
        putIfThere(data, "gateway", gateway);
        putIfThere(data, "reason", reason(state));
        return data;
    }

    private static void putIfThere(JsonObject json, String name, Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
