package io.parley.session.live.stream;

import java.util.UUID;

import io.parley.session.access.Caller;

/** Something that streams tell: a change of a session, or of who is there. */
public interface News {

    UUID session();

    boolean isFor(Caller caller);

    /** As it is written into the stream of all that a caller may see. */
    String line();
}
