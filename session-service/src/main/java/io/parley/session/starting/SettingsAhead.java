package io.parley.session.starting;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.smallrye.mutiny.Uni;

import io.parley.session.settings.Resolution;
import io.parley.session.settings.Resolutions;

/** Asks for the settings of a request's start once: what was found ahead of it, a failure too, is what the start finds. */
@RequestScoped
class SettingsAhead {

    private final Resolutions resolutions;
    private Uni<Resolution> asked;

    SettingsAhead(Resolutions resolutions) {
        this.resolutions = resolutions;
    }

    Uni<Resolution> resolve(String subject, UUID settingsTeam) {
        if (asked == null) {
            asked = resolutions.resolve(subject, settingsTeam).memoize().indefinitely();
        }
        return asked;
    }
}
