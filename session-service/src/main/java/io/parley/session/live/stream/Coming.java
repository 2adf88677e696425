package io.parley.session.live.stream;

import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.parley.session.access.Caller;
import io.parley.session.presence.Appearance;

/** That somebody has come or gone, on its way to those who watch. It is not resumed: a stream begins with who is there. */
record Coming(Appearance appearance) implements News {

    @Override
    public UUID session() {
        return appearance.session();
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.sees(appearance.owner(), appearance.homeTeam());
    }

    @Override
    public String line() {
        return Line.of(
                "presence",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("sessionId", session().toString())
                        .put("side", appearance.side().name())
                        .put("state", appearance.seen().state().name())
                        .put("since", appearance.since().toString())
                        .toString());
    }
}
