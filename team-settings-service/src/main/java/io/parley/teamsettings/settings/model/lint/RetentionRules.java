package io.parley.teamsettings.settings.model.lint;

import java.util.List;

import io.parley.teamsettings.settings.model.lint.Contradiction.Severity;

/** Contradictions of what is deleted after a session's end, and when. */
final class RetentionRules {

    private static final String DOCUMENTS = "retention.documents";
    private static final String CONTACTS = "retention.contacts";
    private static final String SKELETON = "retention.skeleton";
    private static final String RENEWABLE = "session.renewableFor";
    private static final String ACCESS = "session.accessAfterEnd.duration";
    private static final String ACCESS_MODE = "session.accessAfterEnd.mode";

    static final List<Contradiction> ALL = List.of(
            new Contradiction(
                    "documents-before-renewal",
                    Severity.WARNING,
                    List.of(DOCUMENTS, RENEWABLE),
                    "Documents and chat are deleted while the session could still be renewed: from then on it can't be.",
                    settings -> isShorter(settings, DOCUMENTS, RENEWABLE)),
            new Contradiction(
                    "contacts-before-renewal",
                    Severity.WARNING,
                    List.of(CONTACTS, RENEWABLE),
                    "Contact data is deleted while the session could still be renewed: from then on it can't be.",
                    settings -> isShorter(settings, CONTACTS, RENEWABLE)),
            new Contradiction(
                    "skeleton-before-contents",
                    Severity.WARNING,
                    List.of(SKELETON, CONTACTS, DOCUMENTS),
                    "The session itself is deleted before its contact data or documents are due: they go with it.",
                    settings -> isShorter(settings, SKELETON, CONTACTS) || isShorter(settings, SKELETON, DOCUMENTS)),
            new Contradiction(
                    "access-outlives-documents",
                    Severity.WARNING,
                    List.of(ACCESS_MODE, ACCESS, DOCUMENTS),
                    "Customers may enter after the end for longer than there are documents to see.",
                    settings -> !settings.is(ACCESS_MODE, "NONE") && isShorter(settings, DOCUMENTS, ACCESS)));

    private RetentionRules() {}

    private static boolean isShorter(Values settings, String key, String than) {
        return settings.span(key).compareTo(settings.span(than)) < 0;
    }
}
