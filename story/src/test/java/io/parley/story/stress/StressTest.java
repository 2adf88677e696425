package io.parley.story.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import io.parley.local.port.Port;
import io.parley.local.service.Replica;
import io.parley.local.service.ServiceJar;
import io.parley.story.installation.Installation;
import io.parley.story.installation.Story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two replicas, one database, many threads, few sessions whose clocks run in seconds; afterwards every session's
 * history is judged. {@code -Dstress.seconds=600} for a long one, in which a replica is killed again and again;
 * {@code -Dstress.seed=} for the same questions once more.
 */
@Story
@EnabledIfSystemProperty(named = "stress.seconds", matches = "\\d+", disabledReason = "asked for by -Dstress.seconds=")
@Timeout(value = 2, unit = TimeUnit.HOURS)
class StressTest {

    private static final Duration TIME = Duration.ofSeconds(Long.getLong("stress.seconds", 8));
    private static final boolean KILLING = TIME.compareTo(Duration.ofMinutes(1)) > 0;
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(20);
    private static final int THREADS = 8;
    private static final long SEED = Long.getLong("stress.seed", System.nanoTime());

    private final Map<String, Integer> answers = new TreeMap<>();
    private Replica replica;
    private int kills;

    @Test
    void whatManyDoToFewSessionsAtTwoReplicasIsWhatOneAfterTheOtherCouldHaveDone() throws IOException {
        replica = Installation.running().another(ServiceJar.SESSION);
        try {
            var caller = new Caller(List.of(Installation.http(Port.SESSION), replica.http()));
            var rush = new Rush(caller, TheTeam.found(caller), new Random(SEED));
            run(caller, rush);
            awaitRest(caller, rush);
            judge(caller, rush);
        } finally {
            replica.close();
        }
    }

    private void run(Caller caller, Rush rush) {
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
                    replica = Installation.running().killAndReplace(replica, ServiceJar.SESSION);
                    caller.move(replica.http());
                    kills++;
                }
            }
            all.join();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Until no clock of any of them runs. */
    private static void awaitRest(Caller caller, Rush rush) {
        await().untilAsserted(() -> assertThat(rush.all())
                .allSatisfy(subject -> assertThat(state(caller, subject)).isIn("ENDED", "PLANNED")));
    }

    private static String state(Caller caller, Subject subject) {
        return caller.get(0, "/api/sessions/" + subject.id()).get("state").asText();
    }

    private void judge(Caller caller, Rush rush) throws IOException {
        var faults = new ArrayList<String>();
        var ops = rush.ops();
        ops.forEach(op -> answers.merge(op.command() + " " + op.status() + " " + op.type(), 1, Integer::sum));
        int entries = 0;
        for (var subject : rush.all()) {
            var timeline = TheRecord.timeline(caller, subject.id());
            entries += timeline.size();
            faults.addAll(judge(caller, subject, timeline, ops));
        }
        awaitPublished(caller, rush);
        report(rush, ops.size(), entries, faults);
        assertThat(faults).as("seed %s", SEED).isEmpty();
    }

    private static List<String> judge(Caller caller, Subject subject, List<Entry> timeline, List<Op> ops) {
        var faults = new ArrayList<String>();
        var sequences = timeline.stream().map(Entry::sequence).toList();
        if (!sequences.equals(IntStream.rangeClosed(1, timeline.size())
                .mapToObj(Long::valueOf)
                .toList())) {
            return List.of(subject.id() + " has gaps: " + sequences);
        }
        var witness = new Witness(
                subject.first(),
                timeline,
                ops.stream().filter(op -> op.session().equals(subject.id())).toList());
        witness.faults().forEach(fault -> faults.add(subject.id() + ": " + fault));
        if (!faults.isEmpty()) {
            faults.add(subject.id() + ": " + timeline);
        }
        for (int replica = 0; replica < caller.replicas() && faults.isEmpty(); replica++) {
            var view = caller.get(replica, "/api/sessions/" + subject.id());
            var told = view.get("state").asText() + " " + view.get("sequence") + " "
                    + view.get("owner").asText();
            var last = witness.last();
            var expected = last.state().name() + " " + last.journal().sequence() + " "
                    + last.owner().subject();
            if (!told.equals(expected)) {
                faults.add(subject.id() + " is " + told + ", and has to be " + expected);
            }
        }
        return faults;
    }

    /** The topic has what the timelines have: each event, with its id, in its order. */
    private static void awaitPublished(Caller caller, Rush rush) {
        await().untilAsserted(() -> {
            var published = TheRecord.published();
            for (var subject : rush.all()) {
                var timeline = TheRecord.timeline(caller, subject.id()).stream()
                        .map(entry -> entry.id() + " " + entry.sequence())
                        .toList();
                assertThat(TheRecord.firstTime(published.getOrDefault(subject.id(), List.of())))
                        .as(subject.id())
                        .isEqualTo(timeline);
            }
        });
    }

    private void report(Rush rush, int requests, int entries, List<String> faults) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("seed %d, %s, %d kills: %d sessions, %d requests, %d entries, %d faults"
                .formatted(SEED, TIME, kills, rush.all().size(), requests, entries, faults.size()));
        answers.forEach((answer, times) -> lines.add(times + " × " + answer));
        lines.addAll(faults);
        Files.write(Path.of(System.getProperty("basedir", ""), "target/stress-report.txt"), lines);
    }
}
