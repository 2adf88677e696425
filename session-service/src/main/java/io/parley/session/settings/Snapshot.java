package io.parley.session.settings;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.parley.session.session.model.Lifetime;
import io.parley.session.session.model.Policy;
import io.parley.session.session.model.entrance.Authentication;
import io.parley.session.session.model.reminder.QuietHours;
import io.parley.session.session.model.reminder.Reminders;
import io.parley.session.session.model.retention.Retention;

/** The immutable settings, assets and workflows that a session runs with; named by the hash of its content. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Snapshot(
        String hash, TeamRef team, Settings settings, List<LibraryAsset> assets, List<LibraryWorkflow> workflows) {

    private static final String NEVER = "never";

    public Optional<LibraryAsset> asset(UUID id) {
        return assets.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    public Optional<LibraryWorkflow> workflow(UUID id) {
        return workflows.stream().filter(w -> w.id().equals(id)).findFirst();
    }

    /**
     * What of the settings a session's life depends on.
     *
     * @param patience how long what the agent leaves waits to be found before the customer is told of it
     */
    public Policy policy(Duration patience) {
        var session = settings.session();
        var entrance = settings.customer().authentication();
        var consent = settings.customer().consent();
        return new Policy(
                settings.invitation().mode() == Settings.Mode.EXTERNAL,
                settings.invitation().contactRequired(),
                settings.channels().first(),
                lifetime(settings.link().lifetime()),
                lifetime(session.endAfterInactivity()),
                lifetime(session.renewableFor()),
                session.accessAfterEnd().mode(),
                lifetime(session.accessAfterEnd().duration()),
                session.singleActive(),
                session.contactReuse() == Settings.ContactReuse.CONTINUE,
                new Authentication(
                        entrance.method(), entrance.attempts(), Duration.parse(entrance.lockTime()), entrance.locks()),
                settings.customer().devices() == Settings.Devices.MANY,
                consent.required() ? consent.text() : null,
                settings.room().chat(),
                settings.room().attachments(),
                reminders(settings.invitation().reminders()),
                patience,
                retention());
    }

    /** Null for none. */
    private static Reminders reminders(Settings.Reminders set) {
        return set == null || !set.enabled()
                ? null
                : new Reminders(
                        lifetime(set.firstAfter()),
                        lifetime(set.repeatEvery()),
                        set.atMost(),
                        new QuietHours(
                                LocalTime.parse(set.quietHours().from()),
                                LocalTime.parse(set.quietHours().to()),
                                set.zone()));
    }

    private Retention retention() {
        var retention = settings.retention();
        return new Retention(
                lifetime(retention.documents()), lifetime(retention.contacts()), lifetime(retention.skeleton()));
    }

    /** @param text an ISO-8601 duration, or "never", or null for the same */
    public static Lifetime lifetime(String text) {
        return text == null || text.equals(NEVER) ? Lifetime.NEVER : Lifetime.of(Duration.parse(text));
    }
}
