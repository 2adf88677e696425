package io.parley.notification.kills;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.parley.notification.testing.PackagedService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two replicas share the ledger, and one is killed while it has messages in hand: the other ends them, and whatever comes
 * meanwhile, before the dead one is back.
 */
class TwinsIT {

    private static final int KILLS = Integer.getInteger("twin.kills", 1);
    private static final int REQUESTS = 12;
    /** In each of them the one that dies has leases that somebody else must find lapsed. */
    private static final List<Moment> MOMENTS = List.of(Moment.TAKEN, Moment.OFFERED, Moment.WRITING_DOWN);

    private final Random random = new Random(Long.getLong("seed", 20261122));
    private final Instant from = Instant.now();

    @TempDir
    File folder;

    @Test
    void whatADeadReplicaHadInHandIsEndedByTheOther() throws Exception {
        var place = Place.start();
        try (var servers = new Servers(place, random);
                var first = new PackagedService(place.twin("first"), new File(folder, "first.log"));
                var second = new PackagedService(place.otherTwin("second"), new File(folder, "second.log"))) {
            first.start();
            second.start();
            isReady(first);
            isReady(second);
            var ledger = new Evidence(place, servers, from);
            for (var kill = 0; kill < KILLS; kill++) {
                var lapsed = ledger.lapsedLeases();
                var dying = kill % 2 == 0 ? second : first;
                killWithMessagesInHand(
                        dying, kill % 2 == 0 ? first : second, servers, MOMENTS.get(kill % MOMENTS.size()));
                Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(ledger::nothingIsOpen);
                assertThat(ledger.lapsedLeases()).isGreaterThan(lapsed);
                if (kill + 1 < KILLS || dying == first) {
                    dying.start();
                    isReady(dying);
                }
            }
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(servers::haveReportedAll);
            Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(ledger::everythingHasComeToItsEnd);
            ledger.eachRequestHasOneOutcome();
            ledger.theAuditAgreesWithTheServers();
            ledger.eachOutcomeIsPublishedOnce();
            report(ledger);
        }
    }

    /** The other one stands still for a moment, so that it is the dying one that has them. */
    private void killWithMessagesInHand(PackagedService dying, PackagedService other, Servers servers, Moment moment)
            throws Exception {
        other.freeze();
        servers.holds().hold(moment);
        servers.publish(REQUESTS, false);
        KillIT.awaitHeld(servers, moment);
        other.thaw();
        servers.publish(REQUESTS, false);
        dying.kill();
        servers.holds().release(moment);
    }

    private static void isReady(PackagedService service) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(service::isReady);
    }

    private void report(Evidence ledger) throws IOException {
        Files.writeString(
                Path.of("target", "twins.txt"),
                "kills of one of two: " + KILLS + "\nleases that lapsed: " + ledger.lapsedLeases() + "\n"
                        + ledger.summary() + "seconds: "
                        + Duration.between(from, Instant.now()).toSeconds() + "\n");
    }
}
