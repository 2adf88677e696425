package io.parley.session.live;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.parley.session.live.stream.Line;
import io.parley.session.presence.Presence;
import io.parley.session.presence.Seen;
import io.parley.session.session.model.Session;

/**
 * What a session's stream begins with: how far the session has come, and who is there.
 *
 * @param checkAt when to look again whether the reader may still read
 */
record Opening(Session session, ObjectNode data, Instant checkAt) {

    static Opening forAgents(Session session, Presence presence, Instant checkAt) {
        var data = about(session);
        var present = data.putObject("presence");
        put(present, "customer", presence.customer());
        put(present, "agent", presence.agent());
        return new Opening(session, data, checkAt);
    }

    static Opening forCustomer(Session session, Presence presence, Instant checkAt) {
        var data = about(session);
        put(data.putObject("presence"), "agent", presence.agent());
        return new Opening(session, data, checkAt);
    }

    /** What is stored; what clocks have done by now and nobody has written yet is still to come. */
    long sequence() {
        return sequence(session);
    }

    private static long sequence(Session session) {
        return session.journal().sequence() - session.journal().events().size();
    }

    /** @param last sequence that the reader knows */
    String line(long last) {
        return Line.RETRY + Line.of("hello", last, data.toString());
    }

    private static ObjectNode about(Session session) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sessionId", session.id().toString())
                .put("sequence", sequence(session))
                .put("state", session.state().name().name());
    }

    private static void put(ObjectNode presence, String side, Seen seen) {
        var node = presence.putObject(side).put("state", seen.state().name());
        if (seen.since() != null) {
            node.put("since", seen.since().toString());
        }
    }
}
