package io.parley.story.stress;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.parley.session.session.model.Session;
import io.parley.story.installation.Story;

import static org.awaitility.Awaitility.await;

/**
 * Two replicas, one database, many threads, few sessions whose clocks run in seconds; afterwards every session's
 * history is judged. {@code -Dstress.seconds=600} for a long one, in which a replica is killed again and again;
 * {@code -Dstress.seed=} for the same questions once more.
 */
@Story
@Timeout(value = 2, unit = TimeUnit.HOURS)
class StressTest {

    private static final Duration TIME = Duration.ofSeconds(Long.getLong("stress.seconds", 8));
    private static final boolean KILLING = TIME.compareTo(Duration.ofMinutes(1)) > 0;
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(20);
    private static final int THREADS = 8;
    private static final long SEED = Long.getLong("stress.seed", System.nanoTime());

    private static TwoReplicas replicas;
    private static Caller caller;

    @BeforeAll
    static void aSecondReplica() {
        replicas = new TwoReplicas();
        caller = replicas.caller();
    }

    @AfterAll
    static void goes() {
        replicas.close();
    }

    @Test
    void whatManyDoToFewSessionsAtTwoReplicasIsWhatOneAfterTheOtherCouldHaveDone() throws IOException {
        var rush = new Rush(caller, TheTeam.found(caller), new Random(SEED));

        run(rush);
        awaitRest(rush);

        new Verdict("seed %d, %s, %d kills".formatted(SEED, TIME, replicas.kills()), caller, rush).require();
    }

    @Test
    void ofTwoStartsOfAnOwnerWithOneSessionAtATimeAtTwoReplicasExactlyOneWins() {
        var owner = OneSessionAtATime.owner(caller, TIME);

        owner.rounds(round -> owner.duel(owner.start(0), owner.start(1)));
    }

    @Test
    void ofAStartAndARenewalOfAnOwnerWithOneSessionAtATimeAtTwoReplicasExactlyOneWins() {
        var owner = OneSessionAtATime.owner(caller, TIME);
        var ended = owner.anEndedSession();

        owner.rounds(round -> owner.duel(owner.start(round % 2), owner.renewal(ended, 1 - round % 2)));
    }

    private static void run(Rush rush) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            var runs = IntStream.range(0, THREADS)
                    .mapToObj(thread ->
                            CompletableFuture.runAsync(() -> rush.run(new Random(SEED + thread), TIME), threads))
                    .toArray(CompletableFuture[]::new);
            var all = CompletableFuture.allOf(runs);
            while (KILLING && !all.isDone()) {
                var next = Instant.now().plus(BETWEEN_KILLS);
                await().atMost(BETWEEN_KILLS.multipliedBy(3))
                        .until(() -> all.isDone() || Instant.now().isAfter(next));
                if (!all.isDone()) {
                    replicas.killTheSecond();
                }
            }
            all.join();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Until no clock of any of them runs but those of what is kept for months. */
    private static void awaitRest(Rush rush) {
        await().until(() -> rush.all().stream().allMatch(subject -> isAtRest(TheRecord.stored(subject.id()))));
    }

    private static boolean isAtRest(Session session) {
        return session.nextDue() == null
                || session.nextDue().isAfter(Instant.now().plus(Duration.ofDays(1)));
    }
}
