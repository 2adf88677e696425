package io.parley.session.settings;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/**
 * The effective settings of a subject: at most a second old while team-settings-service answers, and the last known
 * ones for a bounded time while it does not, so that sessions go on being started.
 */
@ApplicationScoped
public class Resolutions {

    private final TeamSettingsApi teamSettings;
    private final SettingsConfig config;
    private final MeterRegistry meters;
    private final Cache<Key, Cached> cache;

    private record Key(String subject, UUID settingsTeam) {}

    Resolutions(@RestClient TeamSettingsApi teamSettings, SettingsConfig config, MeterRegistry meters) {
        this.teamSettings = teamSettings;
        this.config = config;
        this.meters = meters;
        this.cache = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(config.staleFor())
                .build();
    }

    /**
     * @param settingsTeam the team to borrow from; null for the subject's own
     * @throws SettingsRefused (in the Uni) where the subject may not
     * @throws SettingsUnavailable (in the Uni) where nobody knows
     */
    public Uni<Resolution> resolve(String subject, UUID settingsTeam) {
        var key = new Key(subject, settingsTeam);
        return cache.get(key, this::newlyCached).get();
    }

    private Cached newlyCached(Key key) {
        return new Cached(() -> ask(key), config, meters.counter("parley.settings.stale.answers"));
    }

    private Uni<Resolution> ask(Key key) {
        return teamSettings
                .resolve(new TeamSettingsApi.Question(key.subject(), key.settingsTeam()))
                .ifNoItem()
                .after(config.patience())
                .fail()
                .onFailure(ClientWebApplicationException.class)
                .transform(failure -> refusal((ClientWebApplicationException) failure));
    }

    private static Throwable refusal(ClientWebApplicationException answer) {
        if (answer.getResponse().getStatusInfo().getFamily() != Response.Status.Family.CLIENT_ERROR) {
            return answer;
        }
        String body = answer.getResponse().readEntity(String.class);
        for (var reason : SettingsRefused.Reason.values()) {
            if (body.contains(
                    "/" + reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "\"")) {
                return new SettingsRefused(reason);
            }
        }
        return answer;
    }
}
