package io.parley.session.starting;

import io.parley.session.session.model.Session;

/** A session that was asked for: a new one, or the open one that the settings say to continue. */
record Started(Session session, boolean isNew) {}
