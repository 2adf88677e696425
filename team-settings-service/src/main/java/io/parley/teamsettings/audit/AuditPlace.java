package io.parley.teamsettings.audit;

import io.parley.rest.problem.Problem;

/** A place in the order of all changes, of which the newest come first. */
record AuditPlace(long revision, int place) {

    static final AuditPlace NEWEST = new AuditPlace(Long.MAX_VALUE, Integer.MAX_VALUE);

    static AuditPlace after(String key) {
        if (key.isEmpty()) {
            return NEWEST;
        }
        if (!key.matches("\\d{1,18}\\.\\d{1,9}")) {
            throw Problem.invalid("/cursor", "must be a nextCursor of this list");
        }
        var dot = key.indexOf('.');
        return new AuditPlace(Long.parseLong(key.substring(0, dot)), Integer.parseInt(key.substring(dot + 1)));
    }

    static AuditPlace after(AuditEntry entry) {
        return new AuditPlace(entry.revision(), entry.place());
    }
}
