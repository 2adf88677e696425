package io.parley.session.settings;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.junit.jupiter.api.Test;

import io.parley.session.settings.hearing.ATestsHearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** When settings are asked for again, and what holds when there is no answer. */
class CachedTest {

    private static final TeamRef TEAM = new TeamRef(UUID.randomUUID(), "Sales");
    private static final Duration LONG = Duration.ofHours(1);

    private final List<Long> asked = new ArrayList<>();
    private final Deque<Uni<Answer>> answers = new ArrayDeque<>();
    private final ATestsHearing hearing = new ATestsHearing();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void whoIsToldOfChangesAsksOnce() {
        hearing.isSure();
        var cached = cached(LONG, Duration.ZERO);

        get(cached);
        get(cached);

        assertThat(asked).containsExactly(0L);
    }

    @Test
    void whoIsNotToldAsksAgainSoon() {
        var cached = cached(LONG, Duration.ZERO);

        get(cached);
        get(cached);

        assertThat(asked).hasSize(2);
    }

    @Test
    void whoWasToldOfAChangeOfTheTeamAsksForWhatIsNotOfBeforeIt() {
        hearing.isSure();
        var cached = cached(LONG, LONG);
        get(cached);

        hearing.hearsOfTeam(TEAM.id(), 7);
        get(cached);
        get(cached);

        assertThat(asked).containsExactly(0L, 7L);
    }

    @Test
    void aChangeOfAnotherTeamChangesNothing() {
        hearing.isSure();
        var cached = cached(LONG, LONG);
        get(cached);

        hearing.hearsOfTeam(UUID.randomUUID(), 7);
        get(cached);

        assertThat(asked).containsExactly(0L);
    }

    @Test
    void aChangeThatIsToldWhileTheAnswerIsUnderWayIsAskedForOnceMore() {
        hearing.isSure();
        var cached = cached(LONG, LONG);
        var waiting = new ArrayList<UniEmitter<? super Answer>>();
        answers.add(Uni.createFrom().emitter(waiting::add));
        var first = cached.get().subscribeAsCompletionStage();

        hearing.hearsOfTeam(TEAM.id(), 7);
        waiting.get(0).complete(answer(0, null));
        first.toCompletableFuture().join();
        get(cached);

        assertThat(asked).containsExactly(0L, 7L);
    }

    @Test
    void whatEndsByItselfIsAskedForWhenItHasEnded() {
        hearing.isSure();
        var cached = cached(LONG, LONG);
        answers.add(Uni.createFrom().item(answer(0, Duration.ZERO)));

        get(cached);
        get(cached);
        get(cached);

        assertThat(asked).hasSize(2);
    }

    @Test
    void whereThereIsNoAnswerTheLastOneSaysHowOldItIs() {
        var cached = cached(LONG, Duration.ZERO);
        assertThat(get(cached).staleAge()).isNull();

        answers.add(Uni.createFrom().failure(new IllegalStateException("away")));
        assertThat(get(cached).staleAge()).isPositive().isLessThan(LONG);
        assertThat(get(cached).staleAge()).isPositive();

        assertThat(asked).hasSize(2);
        assertThat(meters.counter("stale").count()).isEqualTo(2);
    }

    @Test
    void whatIsTooOldIsNotTaken() {
        var cached = cached(Duration.ZERO, Duration.ZERO);
        get(cached);
        answers.add(Uni.createFrom().failure(new IllegalStateException("away")));

        assertThatThrownBy(() -> get(cached)).isInstanceOf(SettingsUnavailable.class);
    }

    @Test
    void aRefusalIsAnAnswerAndIsNotKept() {
        var cached = cached(LONG, Duration.ZERO);
        get(cached);
        answers.add(Uni.createFrom().failure(new SettingsRefused(SettingsRefused.Reason.LENDING_NOT_ALLOWED)));
        answers.add(Uni.createFrom().failure(new IllegalStateException("away")));

        assertThatThrownBy(() -> get(cached)).isInstanceOf(SettingsRefused.class);
        assertThatThrownBy(() -> get(cached)).isInstanceOf(SettingsUnavailable.class);
    }

    private Cached cached(Duration staleFor, Duration freshFor) {
        var config = new SettingsConfig() {
            @Override
            public Duration freshFor() {
                return freshFor;
            }

            @Override
            public Duration freshWhileTold() {
                return LONG;
            }

            @Override
            public Duration staleFor() {
                return staleFor;
            }

            @Override
            public Duration restAfterFailure() {
                return LONG;
            }

            @Override
            public Duration patience() {
                return LONG;
            }
        };
        return new Cached(
                this::ask, new Freshness(config, hearing.hearing()), hearing.hearing(), meters.counter("stale"));
    }

    private Uni<Answer> ask(long atLeast) {
        asked.add(atLeast);
        return answers.isEmpty() ? Uni.createFrom().item(answer(atLeast, null)) : answers.remove();
    }

    private static Answer answer(long revision, Duration endsAfter) {
        var resolution = new Resolution(
                "hash", 1, TEAM, null, List.of(), List.of(), null, TEAM, List.of(), List.of(TEAM), null, null);
        return Answer.of(resolution, "alice", revision, System.nanoTime(), endsAfter);
    }

    private static Resolution get(Cached cached) {
        return cached.get().await().indefinitely();
    }
}
