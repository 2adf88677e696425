package io.parley.story.rolling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.parley.local.service.ServiceJar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An upgrade while everybody works: two replicas of each service, each of which is replaced, with another key of PINs.
 * Nobody notices, nothing is lost, nothing happens twice.
 *
 * <p>After the stories, whose installation would take this one's processors.
 */
@Order(Integer.MAX_VALUE)
class RollingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Count count = new Count();
    private final Traffic traffic = new Traffic();

    /** Of a machine that has more to do than this. */
    @Timeout(400)
    @Test
    void anUpgradeUnderLoadIsNotNoticed() throws Exception {
        try (var cluster = new Cluster()) {
            long began = System.nanoTime();
            cluster.install();
            long installed = System.nanoTime();
            var ada = new Administrator(cluster, count).foundsATeam();
            var alice = new Agent(cluster, count);
            var early = alice.starts();
            var watcher = new Watcher(cluster);
            Cluster.THREADS.execute(watcher::watch);
            traffic.begin(new Agent(cluster, count)::serves);
            traffic.begin(new Agent(cluster, count)::serves);
            var uploading = new Agent(cluster, count);
            traffic.begin(() -> uploading.uploads(early));
            traffic.begin(ada::works);
            await().atMost(PATIENCE).until(() -> count.of("a mail") >= 3);

            cluster.upgrade();
            long upgraded = System.nanoTime();
            var evidence = new Evidence(cluster);
            evidence.whoWentHasLeftItsGroups();
            int mails = count.of("a mail");
            await().atMost(PATIENCE).until(() -> count.of("a mail") > mails);
            traffic.end();
            watcher.end();
            alice.lets(early);
            assertThat(alice.startsAgain(early))
                    .as("the key of before the upgrade is known")
                    .isTrue();

            evidence.awaitRest();
            report(cluster, watcher, evidence, installed - began, upgraded - installed);
            assertThat(traffic.wrong()).as("failed requests").isEmpty();
            assertThat(cluster.wrong()).as("how replicas went").isEmpty();
            assertThat(watcher.wrong()).as("streams").isEmpty();
            assertThat(watcher.farewells())
                    .as("farewells of replicas that went")
                    .isPositive();
            evidence.everySessionIsToldAsItWas();
            evidence.everyMessageWasHandedOverOnce();
            var audit = ada.audit();
            assertThat(audit.get("requests").asInt()).isEqualTo(evidence.messagesRequested());
            assertThat(List.of("unresolved", "duplicated", "deadLetters"))
                    .allMatch(what -> audit.get(what).asInt() == 0);
            assertThat(cluster.pods()).allSatisfy(RollingTest::saidNothingBad);
        }
    }

    private static void saidNothingBad(Pod pod) {
        assertThat(pod.said()
                        .lines()
                        .filter(line -> line.contains("\"level\":\"ERROR\"")
                                || line.contains("in the middle")
                                || line.contains("Pool closed")
                                || line.contains("are left to another replica")))
                .as("log of %s", pod.name())
                .isEmpty();
    }

    private void report(Cluster cluster, Watcher watcher, Evidence evidence, long installing, long upgrading)
            throws IOException {
        var events = evidence.numbers(ServiceJar.SESSION, "select count(*) from timeline")
                .get(0);
        Files.writeString(Path.of(System.getProperty("basedir", ""), "target", "rolling-report.txt"), """
                        %d s to install, %d s to upgrade
                        %d requests, %d failed; %d connections refused and tried again elsewhere
                        %s events of sessions; longest wait of a message %d ms; %d farewells to one stream

                        %s
                        """.formatted(
                        Duration.ofNanos(installing).toSeconds(),
                        Duration.ofNanos(upgrading).toSeconds(),
                        count.all(),
                        traffic.wrong().size(),
                        cluster.refused(),
                        events,
                        evidence.longestWait(),
                        watcher.farewells(),
                        count));
    }
}
