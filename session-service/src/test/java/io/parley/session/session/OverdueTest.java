package io.parley.session.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import com.fasterxml.uuid.Generators;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.parley.session.clocks.DueSessions;
import io.parley.session.outbox.Columns;
import io.parley.session.session.model.AgentSide;
import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.Given;
import io.parley.session.session.model.Origin;
import io.parley.session.session.model.Owner;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.Settings;
import io.parley.session.session.model.SettingsPin;
import io.parley.session.session.model.entrance.JoinAttempt;
import io.parley.session.testing.Topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What fell due while nobody was looking drains in order, once, while new work goes on. More with -Doverdue=20000. */
@QuarkusTest
class OverdueTest {

    private static final Logger LOG = Logger.getLogger(OverdueTest.class);
    private static final int BACKLOG = Integer.getInteger("overdue", 1_500);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String INSERT = "insert into session (id, version, sequence, state, owner, home_team,"
            + " settings_team, customer_name, email, phone, external_id, created_at, due_at, document)"
            + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

    @Inject
    Pool pool;

    @Inject
    DueSessions dueSessions;

    @Test
    void aBacklogDrainsInOrderOfDueTimeAndEachClockStrikesOnceWhileNewSessionsStart() {
        var since = Instant.now().minus(Duration.ofDays(20));
        var sessions = IntStream.range(0, BACKLOG)
                .mapToObj(i -> invited(since.plusSeconds((i * 7_919L) % 86_400)))
                .toList();
        store(sessions);
        var begun = System.nanoTime();
        var second = CompletableFuture.runAsync(this::strikeUntilNothingIsDue);
        for (int i = 0; i < 10; i++) {
            io.parley.session.testing.Given.anInvitedSession().read().then().statusCode(200);
        }
        second.join();
        await().atMost(LONG).untilAsserted(() -> assertThat(dueOf(sessions)).isZero());
        LOG.infof("%d overdue sessions in %d ms", BACKLOG, (System.nanoTime() - begun) / 1_000_000);

        assertThat(entries(sessions, "parley.session.expired.v1", "inactivity")).isEqualTo(BACKLOG);
        assertThat(entries(sessions, "parley.invitation.expired.v1", "link-lifetime"))
                .isEqualTo(BACKLOG);
        assertThat(entries(sessions, "parley.workflow.expired.v1", "workflow-clock"))
                .isEqualTo(BACKLOG);
        assertThat(gaps(sessions)).isZero();
        assertThat(furthestFromItsTurn(sessions)).isLessThan(1_000);
    }

    @Test
    void oneThatCannotBeReadHoldsUpNeitherItsBatchNorWhoeverComesAfter() {
        var since = Instant.now().minus(Duration.ofDays(40));
        var batch = IntStream.range(0, 9)
                .mapToObj(i -> invited(since.plusSeconds(i)))
                .toList();
        var broken = batch.get(4);
        var others = batch.stream().filter(session -> session != broken).toList();
        pool.withTransaction(connection -> insert(connection, batch).chain(() -> connection
                        .preparedQuery("update session set document = '{}' where id = $1")
                        .execute(Tuple.of(broken.id()))))
                .await()
                .atMost(LONG);
        var later = invited(Instant.now().minus(Duration.ofDays(20)));
        store(List.of(later));

        await().atMost(LONG).untilAsserted(() -> {
            assertThat(dueOf(batch)).isZero();
            assertThat(dueOf(List.of(later))).isZero();
        });
        assertThat(entries(others, "parley.session.expired.v1", "inactivity")).isEqualTo(others.size());
        assertThat(entries(List.of(broken), "parley.session.expired.v1", "inactivity"))
                .isZero();

        pool.preparedQuery("delete from session where id = $1")
                .execute(Tuple.of(broken.id()))
                .await()
                .atMost(LONG);
    }

    @Test
    void aCustomerWhoIsAwayIsToldOfWhatTheAgentLeft() throws Exception {
        keepSnapshot();
        var at = Instant.now().minus(Duration.ofMinutes(30));
        var attempt = new JoinAttempt(Given.link(1).hash(), Given.PHONE, true, null, null);
        var joined = CustomerSide.of(invited(at), at).join(attempt).orThrow();
        var session = Given.asRead(
                AgentSide.of(joined, Given.ALICE, at.plusSeconds(60)).addAsset(Given.anotherAsset()));

        store(List.of(session));

        await().atMost(LONG).untilAsserted(() -> assertThat(
                        Topic.read("parley.messages", session.id().toString()))
                .extracting(event -> event.data().get("kind").textValue())
                .containsExactly("NEW_ACTIVITY"));
        assertThat(entries(List.of(session), "parley.session.changed.v1", "new-activity"))
                .isEqualTo(1);
    }

    @Test
    void theClaimLooksUpWhatIsDueInItsIndexAndReadsItInOrder() {
        var plan = pool.withTransaction(connection -> connection
                        .query("set local enable_seqscan = off; set local enable_bitmapscan = off;"
                                + " set local enable_sort = off")
                        .execute()
                        .chain(() -> connection
                                .query("explain " + DueSessions.CLAIM.replace("$1", "200"))
                                .execute()))
                .await()
                .atMost(LONG);
        var lines = StreamSupport.stream(plan.spliterator(), false)
                .map(row -> row.getString(0))
                .toList();

        assertThat(lines)
                .anyMatch(line -> line.contains("using session_due"))
                .anyMatch(line -> line.contains("Index Cond: (due_at <= statement_timestamp())"))
                .noneMatch(line -> line.contains("Sort"));
    }

    private void strikeUntilNothingIsDue() {
        int struck = 1;
        while (struck > 0) {
            struck = dueSessions.strike(100).await().atMost(LONG);
        }
    }

    private static Session invited(Instant at) {
        var id = Generators.timeBasedEpochGenerator().generate();
        var usual = Given.anOpening(Settings.usual(), Given.anna());
        var pin = SettingsPin.fresh(Given.id(12), 17, "hash-of-the-snapshot");
        var opening = new Session.Opening(
                new Origin(id, UUID.randomUUID(), pin, Settings.usual().policy(), at),
                new Owner("overdue", "Olga Overdue", null),
                usual.customer(),
                usual.content(),
                usual.entrance(),
                usual.labels());
        return Given.asRead(Session.start(opening, Given.link(1), Given.ALICE));
    }

    /** All at once, as they stand after an outage. */
    private void store(List<Session> sessions) {
        pool.withTransaction(connection -> insert(connection, sessions)).await().atMost(LONG);
    }

    private static Uni<Void> insert(SqlConnection connection, List<Session> sessions) {
        var rows = sessions.stream()
                .map(session -> new SessionRow().take(session, SessionDocument.write(session)))
                .map(row -> Tuple.from(new Object[] {
                    row.id,
                    row.version,
                    row.sequence,
                    row.state.name(),
                    row.owner,
                    row.homeTeam,
                    row.settingsTeam,
                    row.customerName,
                    row.email,
                    row.phone,
                    row.externalId,
                    Columns.utc(row.createdAt),
                    Columns.utc(row.dueAt),
                    row.document
                }))
                .toList();
        return connection.preparedQuery(INSERT).executeBatch(rows).replaceWithVoid();
    }

    private void keepSnapshot() throws Exception {
        pool.preparedQuery("insert into settings_snapshot (hash, body) values ($1, $2) on conflict do nothing")
                .execute(Tuple.of(
                        "hash-of-the-snapshot", Files.readString(Path.of("../contracts/examples/snapshot.json"))))
                .await()
                .atMost(LONG);
    }

    private long dueOf(List<Session> sessions) {
        return count("select count(*) from session where id = any($1) and due_at <= now()", sessions);
    }

    private long entries(List<Session> sessions, String type, String cause) {
        return count(
                "select count(distinct session_id) * (count(*) = count(distinct session_id))::int from timeline"
                        + " where session_id = any($1) and type = '" + type + "' and data::jsonb->>'cause' = '" + cause
                        + "'",
                sessions);
    }

    private long gaps(List<Session> sessions) {
        return count(
                "select count(*) from (select sequence - lag(sequence, 1, sequence - 1) over"
                        + " (partition by session_id order by sequence) as step from timeline"
                        + " where session_id = any($1)) s where step <> 1",
                sessions);
    }

    /** How many places lie at most between when a session fell due and when it was struck. */
    private int furthestFromItsTurn(List<Session> sessions) {
        var struck = new ArrayList<UUID>();
        for (Row row : pool.preparedQuery("select session_id from timeline where session_id = any($1)"
                        + " group by session_id order by min(position)")
                .execute(ids(sessions))
                .await()
                .atMost(LONG)) {
            struck.add(row.getUUID(0));
        }
        var turn = new HashMap<UUID, Integer>();
        sessions.stream()
                .sorted(Comparator.comparing(Session::nextDue))
                .forEach(session -> turn.put(session.id(), turn.size()));
        return IntStream.range(0, struck.size())
                .map(i -> Math.abs(i - turn.get(struck.get(i))))
                .max()
                .orElseThrow();
    }

    private long count(String query, List<Session> sessions) {
        return pool.preparedQuery(query)
                .execute(ids(sessions))
                .await()
                .atMost(LONG)
                .iterator()
                .next()
                .getLong(0);
    }

    private static Tuple ids(List<Session> sessions) {
        return Tuple.tuple().addArrayOfUUID(sessions.stream().map(Session::id).toArray(UUID[]::new));
    }
}
