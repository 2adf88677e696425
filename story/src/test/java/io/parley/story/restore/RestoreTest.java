package io.parley.story.restore;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import io.parley.local.port.Port;
import io.parley.local.service.ServiceJar;
import io.parley.local.testing.SharedMapper;
import io.parley.story.installation.FreePorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The rehearsal that docs/operating/backup.md and disaster-recovery.md speak of: all databases are lost and restored from
 * a backup and its archive, and what is then missing is found and made good by what an operator has.
 * It comes first, while the installation that the stories share does not yet run.
 */
@Order(0)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreTest {

    private static Site site;
    private static Desk alice;
    private static Past past;
    private static Backup backup;

    @BeforeAll
    static void everythingIsLost() throws Exception {
        SharedMapper.use();
        Awaitility.setDefaultTimeout(Duration.ofSeconds(45));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(60));
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        site = new Site(
                Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target/restore"));
        backup = new Backup(site.data("backup"));
        var broker = CompletableFuture.runAsync(() -> site.startBroker("kafka"));
        var surroundings = CompletableFuture.runAsync(site::startSurroundings);
        site.startDatabase("first", backup.archiving());
        CompletableFuture.allOf(broker, surroundings).join();
        site.startServices(Map.of());
        site.furnish();
        alice = Desk.ofAlice(site);
        past = new Past(site, alice);
        past.happen(backup, site.data("first"));
        site.loseServicesAndDatabases();
    }

    @AfterAll
    static void nothingIsLeft() throws Exception {
        site.close();
    }

    @AfterEach
    void theNextOneBeginsAnew() throws Exception {
        site.loseServicesAndDatabases();
    }

    /** Not in each build, for it takes as long as the other one. */
    @Test
    @Order(1)
    @EnabledIfSystemProperty(named = "restores", matches = "all")
    void allDatabasesAtOneMomentWhileKafkaWentOn() throws Exception {
        var kafka = new Wire(past.kafka());
        site.startRestored("same", site.port(Port.POSTGRES), backup.restore(site.data("same"), past.t1()));
        kafka.rewind("session-service", "parley.deliveries", past.instantOfT1().minusSeconds(60));
        var idasBefore = kafka.idsOf(past.session("Ida"), "parley.sessions");
        site.startServices(Map.of());

        // Each is where it was at that moment.
        assertThat(states("Anna", "Ben", "Cleo", "Dan")).containsExactly("PLANNED", "INVITED", "ACTIVE", "ENDED");
        assertThat(alice.room(past.cleosCookie()).getString("access")).isEqualTo("FULL");
        assertThat(alice.get("/api/sessions/" + past.session("Ben") + "/forecast")
                        .getList("items.clock"))
                .isNotEmpty();
        assertThat(alice.does(past.session("Dan"), "renew").getString("state")).isEqualTo("ACTIVE");
        alice.cookieOf(past.link("Ben"));
        // What came after it is not.
        assertThat(alice.status(past.session("Jon"))).isEqualTo(404);
        assertThat(alice.join(past.link("Jon")).statusCode()).isBetween(400, 499);

        // What was in the outbox is relayed once more, and so sent once more, each under the name that it had.
        await().untilAsserted(() -> assertThat(kafka.idsOf(past.session("Ida"), "parley.sessions"))
                .hasSize(2 * idasBefore.size())
                .containsOnlyElementsOf(idasBefore));
        // What was in the ledger waits as it did; that it has been sent meanwhile is read again.
        assertThat(alice.operate("channel", "email").words()).contains("EMAIL is PAUSED");
        await().untilAsserted(
                        () -> assertThat(alice.session(past.session("Gus")).getString("invitation.state"))
                                .isEqualTo("SENT"));
        alice.operate("resume", "email");
        isSentTwiceUnderOneName("Ida");
        isSentTwiceUnderOneName("Gus");
        // What had left the outbox and not reached the ledger is in neither. It was sent since, as is read again, and
        // the
        // link that Hal has works. He may get it twice: if the kill came before its reading was acknowledged.
        await().untilAsserted(
                        () -> assertThat(alice.session(past.session("Hal")).getString("invitation.state"))
                                .isEqualTo("SENT"));
        alice.cookieOf(past.link("Hal"));
        isSentUnderOneName("Hal");
        nothingIsMissing();
        assertThat(ids(kafka, "parley.sessions"))
                .containsAll(timelines("Anna", "Ben", "Cleo", "Dan", "Gus", "Hal", "Ida"));
        assertThat(kafka.all("parley.deliveries.dead")).isEmpty();
    }

    @Test
    @Order(2)
    void theLedgerOlderThanTheSessionsAndKafkaLost() throws Exception {
        site.loseBroker();
        int other = FreePorts.find().of(Port.POSTGRES);
        site.startRestored("sessions", site.port(Port.POSTGRES), backup.restore(site.data("sessions"), null));
        site.startRestored("ledger", other, backup.restore(site.data("ledger"), past.t1()));
        site.startBroker("kafka-anew");
        site.startServices(Map.of(
                ServiceJar.NOTIFICATION,
                Map.of(
                        "QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://localhost:" + other + "/notification",
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + other + "/notification")));
        var mailsBefore = Stream.of("Gus", "Hal", "Jon", "Lea")
                .collect(
                        Collectors.toMap(name -> name, name -> alice.mails(name).size()));

        // All that was archived is there; what came after it is not.
        assertThat(states("Anna", "Ben", "Cleo", "Dan", "Jon"))
                .containsExactly("PLANNED", "ACTIVE", "ACTIVE", "ENDED", "INVITED");
        assertThat(alice.status(past.session("Max"))).isEqualTo(404);
        alice.cookieOf(past.link("Jon"));

        // The ledger goes on where it was: what waited then is sent again. Whatever else was sent since is not.
        alice.operate("resume", "email");
        await().untilAsserted(() -> assertThat(alice.mails("Gus")).hasSize(mailsBefore.get("Gus") + 1));
        // What was in the outbox goes out; what was on the topic alone is found, and sent anew.
        await().untilAsserted(() -> assertThat(alice.mails("Kim")).hasSize(1));
        await().untilAsserted(() -> assertThat(alice.operate("invitations", "--settle", "PT0S"))
                .matches(said -> said.words().contains("LOST: 1 "), "only one is missing")
                .matches(said -> said.words().contains(past.session("Lea")), "it is Lea's"));
        assertThat(alice.operate("invitations", "--settle", "PT0S", "--resend").exit())
                .isZero();
        await().untilAsserted(() -> assertThat(alice.mails("Lea")).hasSize(mailsBefore.get("Lea") + 1));
        alice.cookieOf(alice.link("Lea"));
        nothingIsMissing();
        assertThat(alice.mails("Hal")).hasSize(mailsBefore.get("Hal"));
        assertThat(alice.mails("Jon")).hasSize(mailsBefore.get("Jon"));

        // The topics get back what they lost, under the ids that it had.
        var kafka = new Wire(past.kafka());
        kafka.make("parley.replay.lost");
        assertThat(alice.operate("replay", "--topic", "parley.replay.lost").exit())
                .isZero();
        assertThat(ids(kafka, "parley.replay.lost"))
                .containsAll(timelines("Anna", "Ben", "Cleo", "Dan", "Gus", "Hal", "Ida", "Jon", "Kim", "Lea"));
    }

    private static void isSentTwiceUnderOneName(String name) {
        await().untilAsserted(() -> assertThat(alice.mails(name)).hasSize(2));
        isSentUnderOneName(name);
        alice.cookieOf(past.link(name));
    }

    private static void isSentUnderOneName(String name) {
        assertThat(alice.mails(name).stream().map(mail -> mail.messageId()).distinct())
                .hasSize(1);
    }

    private static void nothingIsMissing() {
        await().untilAsserted(() -> assertThat(alice.operate("audit"))
                .matches(said -> said.exit() == 0 && said.words().contains("Nothing is lost"), "is clean"));
        await().untilAsserted(() -> assertThat(
                        alice.operate("invitations", "--settle", "PT0S").exit())
                .isZero());
    }

    private static List<String> states(String... names) {
        return Stream.of(names)
                .map(name -> alice.session(past.session(name)).getString("state"))
                .toList();
    }

    private static List<String> timelines(String... names) {
        return Stream.of(names)
                .flatMap(name -> alice.timeline(past.session(name)).stream())
                .toList();
    }

    private static HashSet<String> ids(Wire kafka, String topic) {
        return new HashSet<>(kafka.all(topic).stream().map(Wire.Event::id).toList());
    }
}
