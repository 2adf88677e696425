package io.parley.session.settings;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.parley.session.settings.hearing.Hearing;

/**
 * The effective settings of a subject: of after each change that was heard of, or at most a second old, while
 * team-settings-service answers; and the last known ones for a bounded time while it does not, so that sessions go on
 * being started.
 */
@ApplicationScoped
public class Resolutions {

    private final TeamSettingsApi teamSettings;
    private final SettingsConfig config;
    private final Freshness freshness;
    private final Hearing hearing;
    private final Counter staleAnswers;
    private final Cache<Key, Cached> cache;

    private record Key(String subject, UUID settingsTeam) {}

    Resolutions(
            @RestClient TeamSettingsApi teamSettings,
            SettingsConfig config,
            Freshness freshness,
            Hearing hearing,
            MeterRegistry meters) {
        this.teamSettings = teamSettings;
        this.config = config;
        this.freshness = freshness;
        this.hearing = hearing;
        this.staleAnswers = meters.counter("parley.settings.stale.answers");
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
        return new Cached(atLeast -> ask(key, atLeast), freshness, hearing, staleAnswers);
    }

    private Uni<Answer> ask(Key key, long atLeast) {
        var asked = System.nanoTime();
        return teamSettings
                .resolve(atLeast, new TeamSettingsApi.Question(key.subject(), key.settingsTeam()))
                .ifNoItem()
                .after(config.patience())
                .fail()
                .map(answer -> read(answer, key, atLeast, asked))
                .onFailure(WebApplicationException.class)
                .transform(failure -> refusal((WebApplicationException) failure));
    }

    private static Answer read(Response answer, Key key, long atLeast, long asked) {
        return Answer.of(answer.readEntity(Resolution.class), key.subject(), atLeast, asked, endsAfter(answer));
    }

    /** Clocks of machines differ; what is left of it is said by a length. */
    private static Duration endsAfter(Response answer) {
        var bound = answer.getHeaderString(HttpHeaders.CACHE_CONTROL);
        return bound == null
                ? null
                : Duration.ofSeconds(CacheControl.valueOf(bound).getMaxAge());
    }

    private static RuntimeException refusal(WebApplicationException failure) {
        var answer = failure.getResponse();
        if (answer.getStatusInfo().getFamily() != Response.Status.Family.CLIENT_ERROR) {
            return failure;
        }
        String body = answer.readEntity(String.class);
        return Stream.of(SettingsRefused.Reason.values())
                .filter(reason -> body.contains("/" + reason.problem() + "\""))
                .findFirst()
                .<RuntimeException>map(SettingsRefused::new)
                .orElse(failure);
    }
}
