package io.parley.session.session;

import java.util.UUID;

/** The owner's team lets an agent have one open session, and there is one. */
final class AnotherSessionOpen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID session;

    AnotherSessionOpen(UUID session) {
        super("another session is open", null, false, false);
        this.session = session;
    }

    UUID session() {
        return session;
    }
}
