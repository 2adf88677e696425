package io.parley.notification.kills;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;

import io.parley.local.testing.Tokens;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Topics;
import io.parley.operate.Operate;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

/** What the servers got, what the audit says, what is on the topic: three witnesses that must agree. */
final class Evidence {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Place place;
    private final Servers servers;
    private final Instant from;
    private final Rows rows;

    Evidence(Place place, Servers servers, Instant from) {
        this.place = place;
        this.servers = servers;
        this.from = from;
        this.rows = new Rows(place.database());
    }

    void everythingHasComeToItsEnd() {
        var audit = page(null);
        assertThat(audit.getLong("requests")).isEqualTo(servers.requests().size());
        assertThat(audit.getLong("unresolved")).isZero();
        assertThat(rows.number("select count(*) from outbox")).isZero();
    }

    /** Looked at in the database: the replica that would be asked may be the dead one. */
    void nothingIsOpen() {
        var ended =
                "select count(*) from message where state not in ('REQUESTED', 'SENDING') and id in (" + ids() + ")";
        assertThat(rows.number(ended)).isEqualTo(servers.requests().size());
    }

    /** Handovers whose end nobody will know, since who had them in hand is dead. */
    long lapsedLeases() {
        return servers.requests().isEmpty()
                ? 0
                : rows.number(
                        "select count(*) from attempt where reason = 'lease-lapsed' and message_id in (" + ids() + ")");
    }

    void eachRequestHasOneOutcome() {
        var audit = audit();
        assertThat(audit).hasSameSizeAs(servers.requests());
        servers.requests().forEach(request -> check(request, audit.get(id(request))));
        assertThat(rows.number("select count(*) from content where message_id in (" + ids() + ")"))
                .isZero();
    }

    /** A second handover only where the first one's end was unknowable, and with the same name. */
    private void check(ARequest request, JsonObject item) {
        var handed = servers.handed(request);
        var state = item.getString("state");
        assertThat(state).isIn("SENT", "DELIVERED", "UNDELIVERED", "SUPERSEDED");
        assertThat(handed)
                .as("handovers of " + item)
                .hasSizeLessThanOrEqualTo(item.getInteger("unknown") + 1)
                .hasSizeLessThanOrEqualTo(item.getInteger("attempts"));
        assertThat(handed.stream()
                        .map(Handed::key)
                        .filter(key -> key.length() > 8)
                        .distinct())
                .as("names of " + item)
                .allMatch(key -> key.contains(request.messageId().toString()))
                .hasSizeLessThanOrEqualTo(1);
        if (state.equals("SENT") || state.equals("DELIVERED")) {
            assertThat(handed).as("handovers of " + item).isNotEmpty();
        }
        if (state.equals("SUPERSEDED")) {
            assertThat(handed).as("handovers of " + item).hasSizeLessThanOrEqualTo(item.getInteger("unknown"));
        }
    }

    void theAuditAgreesWithTheServers() {
        var audit = audit();
        var handedTwice = servers.requests().stream()
                .filter(request -> servers.handed(request).size() > 1)
                .count();
        var counted = audit.values().stream()
                .filter(item -> item.getInteger("unknown") > 0 && item.getInteger("attempts") > 1)
                .count();
        var total = servers.requests().stream()
                .mapToInt(request -> servers.handed(request).size())
                .sum();
        assertThat(total).as("messages that nobody asked for").isEqualTo(servers.size());
        assertThat(page(null).getLong("duplicated"))
                .isGreaterThanOrEqualTo(handedTwice)
                .isLessThanOrEqualTo(counted);
        assertThat(servers.callbacks().believed())
                .as("forged receipts that were believed")
                .isZero();
    }

    void eachOutcomeIsPublishedOnce() {
        var facts = Topics.readAll("parley.deliveries");
        var audit = audit();
        servers.requests().forEach(request -> {
            var types = new TreeMap<String, String>();
            facts.stream().filter(fact -> fact.value().contains(id(request))).forEach(fact -> assertThat(
                            types.put(Topics.header(fact, "ce_type"), Topics.header(fact, "ce_id")))
                    .isIn(null, Topics.header(fact, "ce_id")));
            var state = audit.get(id(request)).getString("state");
            types.remove("parley.message.sent.v1".equals(type(state)) ? "" : "parley.message.sent.v1");
            assertThat(types.keySet())
                    .as(id(request) + " " + state)
                    .isEqualTo(
                            state.equals("SUPERSEDED")
                                    ? Map.of().keySet()
                                    : Map.of(type(state), "").keySet());
        });
    }

    /** The audit as an operator's command says the same, in words and as its exit. */
    void theCommandAgrees() {
        var said = new StringWriter();
        var exit = Operate.commandLine(Map.of("PARLEY_TOKEN", Tokens.of("ada"), "PARLEY_NOTIFICATION_URL", place.url()))
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute("audit", "--from", from.toString());
        assertThat(exit).as(said.toString()).isZero();
        assertThat(said.toString()).contains("each of " + servers.requests().size() + " requests");
    }

    String summary() {
        var outcomes = new HashMap<String, Integer>();
        audit().values().forEach(item -> outcomes.merge(item.getString("state"), 1, Integer::sum));
        var handedTwice = servers.requests().stream()
                .filter(request -> servers.handed(request).size() > 1)
                .count();
        return "requests: " + servers.requests().size() + " " + new TreeMap<>(outcomes) + "\nhandovers: "
                + servers.size() + ", messages that a server had twice: " + handedTwice + ", counted by the audit: "
                + page(null).getLong("duplicated") + "\nattempts by result: " + results() + "\nforged receipts: "
                + servers.callbacks().forged() + ", believed: "
                + servers.callbacks().believed() + "\n";
    }

    private static String type(String state) {
        return "parley.message." + state.toLowerCase() + ".v1";
    }

    private static String id(ARequest request) {
        return request.messageId().toString();
    }

    private Map<String, JsonObject> audit() {
        var items = new HashMap<String, JsonObject>();
        String cursor = null;
        do {
            var page = page(cursor);
            page.getJsonArray("items").stream()
                    .map(JsonObject.class::cast)
                    .forEach(item -> items.put(item.getString("messageId"), item));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return items;
    }

    private JsonObject page(String cursor) {
        var address = place.url() + "/api/audit?from=" + from + (cursor == null ? "" : "&cursor=" + cursor);
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + Tokens.of("ada"))
                .build();
        return new JsonObject(Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(
                        () -> HTTP.send(request, HttpResponse.BodyHandlers.ofString()),
                        answer -> answer.statusCode() == 200)
                .body());
    }

    private String ids() {
        return String.join(
                ",",
                servers.requests().stream()
                        .map(request -> "'" + request.messageId() + "'")
                        .collect(toList()));
    }

    private Map<String, Long> results() {
        var results = new TreeMap<String, Long>();
        for (var result : rows.of("select result || '/' || gateway, count(*) from attempt group by 1")) {
            results.put(result.get(0), Long.valueOf(result.get(1)));
        }
        return results;
    }
}
