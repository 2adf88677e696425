package io.parley.session.live.stream;

import java.util.Locale;

/** Why a stream was closed by the service. */
public enum Bye {
    /** Come back with a new token. */
    TOKEN_EXPIRED,
    /** Come back, to be looked at anew. */
    LASTED_LONG,
    /** There is nothing more to be seen here for this reader. */
    ACCESS_ENDED,
    /** The reader was too slow; come back with the header Last-Event-ID. */
    BEHIND,
    /** Something that the stream needs is away; come back. */
    UNAVAILABLE,
    /** This replica goes; come back, to another one. */
    SHUTTING_DOWN;

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
