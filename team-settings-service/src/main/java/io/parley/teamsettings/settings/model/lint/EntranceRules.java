package io.parley.teamsettings.settings.model.lint;

import java.util.List;

import io.parley.teamsettings.settings.model.lint.Contradiction.Severity;

/** Contradictions of how customers get in, and of what they may afterwards. */
final class EntranceRules {

    static final List<Contradiction> ALL = List.of(
            new Contradiction(
                    "consent-without-text",
                    Severity.REFUSED,
                    List.of("customer.consent.required", "customer.consent.text"),
                    "Customers have to agree to a text, and there is none: nobody can join.",
                    settings -> settings.on("customer.consent.required")
                            && settings.text("customer.consent.text").isBlank()),
            new Contradiction(
                    "attachments-without-chat",
                    Severity.WARNING,
                    List.of("room.attachments", "room.chat"),
                    "Files are on, but the chat to which they are attached is off.",
                    settings -> settings.on("room.attachments") && !settings.on("room.chat")),
            new Contradiction(
                    "uploads-without-attachments",
                    Severity.WARNING,
                    List.of("room.attachments"),
                    "Files are off, but workflows of the library ask customers for documents: those steps stay open.",
                    settings -> !settings.on("room.attachments") && settings.hasUploadSteps()),
            new Contradiction(
                    "access-outlives-renewal",
                    Severity.WARNING,
                    List.of("session.accessAfterEnd.mode", "session.accessAfterEnd.duration", "session.renewableFor"),
                    "Customers may go on completing after the session can no longer be renewed for the agent.",
                    settings -> settings.is("session.accessAfterEnd.mode", "FULL")
                            && settings.span("session.accessAfterEnd.duration")
                                            .compareTo(settings.span("session.renewableFor"))
                                    > 0));

    private EntranceRules() {}
}
