package io.parley.teamsettings.resolution;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.resolution.model.Facts;
import io.parley.teamsettings.resolution.model.Resolution;

/** Answers with which settings somebody starts a session; from memory as long as nothing was changed that it is about. */
@ApplicationScoped
class ResolveSettings {

    private record Question(String subject, UUID settingsTeam) {}

    private final FactsSource facts;
    private final Snapshots snapshots;
    private final NewestChange newest;
    private final Touches touches;
    private final Cache<Question, Answer> answers;

    ResolveSettings(
            FactsSource facts, Snapshots snapshots, NewestChange newest, Touches touches, ResolutionConfig config) {
        this.facts = facts;
        this.snapshots = snapshots;
        this.newest = newest;
        this.touches = touches;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(config.cacheBytes())
                .weigher((Question question, Answer answer) -> answer.json().length + 300)
                .build();
    }

    /** @param known revision of a change that the answer has to be of, because who asks has heard of it */
    Uni<Answer> resolve(String subject, UUID settingsTeam, long known) {
        var question = new Question(subject, settingsTeam);
        return newest.revision(known).chain(revision -> resolve(question));
    }

    Uni<Resolution> of(String subject) {
        return facts.of(subject, null).map(Resolution::new);
    }

    private Uni<Answer> resolve(Question question) {
        var known = answers.getIfPresent(question);
        return known != null && known.holds(touches)
                ? Uni.createFrom().item(known)
                : facts.of(question.subject(), question.settingsTeam()).chain(now -> answer(question, now));
    }

    private Uni<Answer> answer(Question question, Facts now) {
        var resolution = new Resolution(now);
        var snapshot = resolution.snapshot();
        var concern = Concern.of(question.subject(), now);
        var answer = Answer.of(concern, now, resolution, resolution.json(snapshot));
        return snapshots
                .keep(snapshot)
                .invoke(() -> answers.put(question, answer))
                .replaceWith(answer);
    }
}
