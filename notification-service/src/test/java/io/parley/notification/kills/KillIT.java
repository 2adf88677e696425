package io.parley.notification.kills;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.PackagedService;
import io.parley.notification.testing.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the service at each step of a delivery, again and again, while its mail server, text gateway and message centre
 * misbehave in every way; in the end each request has its outcome, none is lost, and what the servers got twice is what
 * the audit counts as unknowable.
 */
class KillIT {

    private static final int KILLS = Integer.getInteger("kills", 4);
    private static final int REQUESTS_PER_LIFE = 12;
    /** From so many on, it pays to make the start quick first. */
    private static final int MANY = 20;

    /** So many without anybody in sight are too many. */
    private static final int LOOKS = 50;

    private final Random random = new Random(Long.getLong("seed", 20261122));
    private final Map<Moment, Integer> reached = new EnumMap<>(Moment.class);
    private final Instant from = Instant.now();

    @TempDir
    File folder;

    @Test
    void noMessageIsLostHoweverOftenTheServiceIsKilled() throws Exception {
        var place = Place.start();
        try (var servers = new Servers(place, random);
                var service = new PackagedService(place.properties(), new File(folder, "service.log"))) {
            if (KILLS >= MANY) {
                service.startQuicklyFromNowOn(new File(folder, "classes.jsa"));
            }
            for (var life = 0; life < KILLS; life++) {
                liveAndDie(service, servers, Moment.values()[(life + 1) % Moment.values().length]);
            }
            service.start();
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(servers::haveReportedAll);
            var ledger = new Evidence(place, servers, from);
            Awaitility.await().atMost(Duration.ofMinutes(3)).untilAsserted(ledger::everythingHasComeToItsEnd);

            ledger.eachRequestHasOneOutcome();
            ledger.theAuditAgreesWithTheServers();
            ledger.eachOutcomeIsPublishedOnce();
            ledger.theCommandAgrees();
            var summary = ledger.summary();
            replayedFromTheStartNothingIsSentAgain(place, service, servers);
            report(summary);
        }
    }

    private void liveAndDie(PackagedService service, Servers servers, Moment moment) throws Exception {
        servers.holds().hold(moment);
        servers.publish(REQUESTS_PER_LIFE, moment == Moment.CANCELLING);
        service.start();
        if (moment == Moment.STARTING) {
            Thread.sleep(random.nextInt(3_000));
        } else if (moment == Moment.ANY) {
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(service::isReady);
            Thread.sleep(random.nextInt(1_500));
        } else {
            awaitHeld(servers, moment);
        }
        service.kill();
        servers.holds().release(moment);
        reached.merge(moment, 1, Integer::sum);
    }

    /** Chance may leave nobody to come there: then there are more requests. */
    static void awaitHeld(Servers servers, Moment moment) {
        var looks = new AtomicInteger();
        Awaitility.await(moment.name())
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    if (looks.incrementAndGet() % LOOKS == 0) {
                        servers.publish(1, moment == Moment.CANCELLING);
                    }
                    return servers.holds().isReached(moment);
                });
    }

    private void replayedFromTheStartNothingIsSentAgain(Place place, PackagedService service, Servers servers)
            throws Exception {
        var before = servers.size();
        service.kill();
        var later = ARequest.byMail();
        try (var replaying = new PackagedService(place.replaying(), new File(folder, "replay.log"))) {
            replaying.start();
            Topics.publish(later);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> servers.handed(later).size() == 1);
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> Topics.lag("replay", "parley.messages") == 0);
        }
        assertThat(servers.size()).isEqualTo(before + 1);
    }

    /** What the run was worth. */
    private void report(String summary) throws IOException {
        var seconds = Duration.between(from, Instant.now()).toSeconds();
        Files.writeString(
                Path.of("target", "kills.txt"),
                "kills: " + KILLS + " " + reached + "\n" + summary + "seconds: " + seconds + "\n");
    }
}
