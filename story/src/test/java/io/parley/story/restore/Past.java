package io.parley.story.restore;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.parley.local.port.Port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What happened at a site before it was lost: sessions in every state, and at two moments messages on each leg of their
 * way, held there by somebody who holds a lock.
 *
 * <pre>
 * whole backup ──── T1 ──────────────────────────── T2 ── lost
 *                   Gus  in the ledger, channel paused
 *                   Hal  on the topic, not read      Lea  on the topic, not read
 *                   Ida  in the outbox               Kim  in the outbox
 *                        ╰─ all of them sent; Jon started; Ben joined
 * </pre>
 */
final class Past {

    /** Of session-service's relay: who has it, publishes. */
    private static final long RELAY = 0x7061726c65790001L;

    private final Site site;
    private final Desk alice;
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final List<Connection> locks = new ArrayList<>();
    private String cleosCookie;
    private String t1;

    Past(Site site, Desk alice) {
        this.site = site;
        this.alice = alice;
    }

    String session(String name) {
        return sessions.get(name);
    }

    Map<String, String> sessions() {
        return sessions;
    }

    /** The first link that this customer got. */
    String link(String name) {
        return links.get(name);
    }

    String cleosCookie() {
        return cleosCookie;
    }

    /** The earlier moment, as PostgreSQL writes it. */
    String t1() {
        return t1;
    }

    Instant instantOfT1() {
        return OffsetDateTime.parse(t1.replace(' ', 'T') + ":00").toInstant();
    }

    void happen(Backup backup, Path data) throws Exception {
        start("Anna", Map.of("plan", true));
        invite("Ben", Map.of("workflows", List.of(workflow())));
        try (var server = site.connect("postgres")) {
            backup.take(server, data);
        }
        invite("Cleo", Map.of());
        cleosCookie = alice.cookieOf(link("Cleo"));
        invite("Dan", Map.of());
        alice.cookieOf(link("Dan"));
        alice.does(session("Dan"), "end");
        messagesAreOnTheirWayAtT1();
        invite("Jon", Map.of());
        alice.cookieOf(link("Ben"));
        sent("Gus", "Hal", "Ida", "Jon");
        messagesAreOnTheirWayAtT2();
        try (var server = site.connect("postgres")) {
            backup.archiveUpToNow(server);
        }
        sessions.put("Max", alice.start("Max", Map.of()));
    }

    private void messagesAreOnTheirWayAtT1() throws SQLException {
        assertThat(alice.operate("pause", "email").exit()).isZero();
        start("Gus", Map.of());
        await().untilAsserted(() -> assertThat(
                        site.ask("notification", "select count(*) from message where state = 'REQUESTED'"))
                .isEqualTo("1"));
        nobodyReads();
        start("Hal", Map.of());
        everythingIsRelayed();
        nobodyRelays();
        start("Ida", Map.of());
        t1 = site.ask("session", "select clock_timestamp()");
        release();
        assertThat(alice.operate("resume", "email").exit()).isZero();
        for (var name : List.of("Gus", "Hal", "Ida")) {
            received(name);
        }
    }

    private void messagesAreOnTheirWayAtT2() throws SQLException {
        nobodyReads();
        start("Lea", Map.of());
        everythingIsRelayed();
        nobodyRelays();
        start("Kim", Map.of());
    }

    private void everythingIsRelayed() {
        await().untilAsserted(() ->
                assertThat(site.ask("session", "select count(*) from outbox")).isEqualTo("0"));
    }

    private void nobodyReads() throws SQLException {
        hold("notification", "lock table message in exclusive mode");
    }

    private void nobodyRelays() throws SQLException {
        hold("session", "select pg_advisory_xact_lock(" + RELAY + ")");
    }

    private void hold(String database, String lock) throws SQLException {
        var connection = site.connect(database);
        connection.setAutoCommit(false);
        connection.createStatement().execute(lock);
        locks.add(connection);
    }

    private void release() throws SQLException {
        for (var lock : locks) {
            lock.close();
        }
        locks.clear();
    }

    private void sent(String... names) {
        for (var name : names) {
            await().untilAsserted(() -> assertThat(alice.session(session(name)).getString("invitation.state"))
                    .isIn("SENT", "DELIVERED"));
        }
    }

    private String workflow() {
        return alice.get("/api/session-settings").getString("workflows.find { it.name == 'New contract' }.id");
    }

    private void start(String name, Map<String, ?> more) {
        sessions.put(name, alice.start(name, more));
    }

    private void invite(String name, Map<String, ?> more) {
        start(name, more);
        received(name);
    }

    private void received(String name) {
        await().untilAsserted(() -> assertThat(alice.mails(name)).hasSize(1));
        links.put(name, alice.link(name));
    }

    String kafka() {
        return "localhost:" + site.port(Port.KAFKA);
    }
}
