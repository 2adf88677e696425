package io.parley.session.presence;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether somebody is there.
 *
 * @param since when it came to be so; absent for NEVER
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Seen")
public record Seen(State state, Instant since) {

    public static final Seen NEVER = new Seen(State.NEVER, null);

    /** Of a customer or an agent. */
    public enum State {
        NEVER,
        ONLINE,
        OFFLINE
    }

    static Seen of(boolean online, Instant since) {
        return new Seen(online ? State.ONLINE : State.OFFLINE, since);
    }
}
