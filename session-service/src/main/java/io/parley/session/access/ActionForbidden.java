package io.parley.session.access;

/** The caller may see the session, and may not do this to it. */
public final class ActionForbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ActionForbidden() {
        super("not allowed", null, false, false);
    }
}
