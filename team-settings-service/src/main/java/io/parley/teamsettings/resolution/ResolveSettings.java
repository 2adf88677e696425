package io.parley.teamsettings.resolution;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.resolution.model.Facts;
import io.parley.teamsettings.resolution.model.Resolution;

/** Answers with which settings somebody starts a session; from memory as long as nothing was changed. */
@ApplicationScoped
class ResolveSettings {

    private record Question(String subject, UUID settingsTeam) {}

    private final FactsSource facts;
    private final Snapshots snapshots;
    private final NewestChange newest;
    private final Cache<Question, Answer> answers;

    ResolveSettings(FactsSource facts, Snapshots snapshots, NewestChange newest, ResolutionConfig config) {
        this.facts = facts;
        this.snapshots = snapshots;
        this.newest = newest;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(config.cacheBytes())
                .weigher((Question question, Answer answer) -> answer.json().length + 300)
                .build();
    }

    /** The answer as the bytes that are sent. */
    Uni<byte[]> resolve(String subject, UUID settingsTeam) {
        var question = new Question(subject, settingsTeam);
        return newest.revision().chain(revision -> resolve(question, revision)).map(Answer::json);
    }

    Uni<Resolution> of(String subject) {
        return facts.of(subject, null).map(Resolution::new);
    }

    private Uni<Answer> resolve(Question question, long revision) {
        var known = answers.getIfPresent(question);
        return known != null && known.isOf(revision)
                ? Uni.createFrom().item(known)
                : facts.of(question.subject(), question.settingsTeam()).chain(now -> answer(question, now));
    }

    private Uni<Answer> answer(Question question, Facts now) {
        var resolution = new Resolution(now);
        var snapshot = resolution.snapshot();
        var answer = Answer.of(now, resolution, resolution.json(snapshot));
        return snapshots
                .keep(snapshot)
                .invoke(() -> answers.put(question, answer))
                .replaceWith(answer);
    }
}
