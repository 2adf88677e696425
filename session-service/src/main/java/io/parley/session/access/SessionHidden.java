package io.parley.session.access;

/** The caller may not even know that there is such a session, or there is none: nobody can tell the two apart. */
public final class SessionHidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SessionHidden() {
        super("no such session", null, false, false);
    }
}
