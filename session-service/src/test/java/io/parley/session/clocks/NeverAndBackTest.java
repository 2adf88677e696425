package io.parley.session.clocks;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.parley.local.testing.RealParts;
import io.parley.session.testing.Given;
import io.parley.session.testing.Given.ASession;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each clock can be set never to strike, and back: for the sessions that start then, and for no other. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class NeverAndBackTest {

    private static final String NEVER = "\"never\"";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    /** The key, a merge patch of a resolution with its value, what its clock is called, and what it counts from. */
    static Stream<Arguments> clocks() {
        return Stream.of(
                ofSettings("\"link\":{\"lifetime\":%s}", "parley.invitation.expired.v1", "invitedAt"),
                ofSettings("\"session\":{\"endAfterInactivity\":%s}", "parley.session.expired.v1", "createdAt"),
                ofSettings("\"session\":{\"renewableFor\":%s}", "parley.session.renewability-ended.v1", "endedAt"),
                ofSettings(
                        "\"session\":{\"accessAfterEnd\":{\"mode\":\"FULL\",\"duration\":%s}}",
                        "parley.session.access-ended.v1", "endedAt"),
                ofSettings(
                        "\"retention\":{\"documents\":\"never\",\"contacts\":%s,\"skeleton\":\"never\"}",
                        "parley.session.purged.v1", "endedAt"),
                arguments(
                        "{\"workflows\":[{\"id\":\"" + TeamSettings.WORKFLOW + "\",\"name\":\"W\",\"version\":3,"
                                + "\"expiresAfter\":%s,\"steps\":[{\"id\":\"s\",\"name\":\"S\",\"kind\":\"SIGN\"}]}]}",
                        "parley.workflow.expired.v1",
                        "invitedAt"));
    }

    private static Arguments ofSettings(String patch, String event, String since) {
        return arguments("{\"settings\":{" + patch + "}}", event, since);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("clocks")
    void forTheSessionsThatStartThen(String patch, String event, String since) throws SQLException {
        var owner = Given.anOwner();
        var before = aSession(owner, patch.formatted("\"P1D\""), since);
        var struckBefore = strikes(before, event);

        var meanwhile = aSession(owner, patch.formatted(NEVER), since);
        var after = aSession(owner, patch.formatted("\"P2D\""), since);

        assertThat(length(before, event, since)).contains(Duration.ofDays(1));
        assertThat(strikes(meanwhile, event)).isEmpty();
        assertThat(length(after, event, since)).contains(Duration.ofDays(2));
        assertThat(strikes(before, event)).isEqualTo(struckBefore);
        for (var session : List.of(before, meanwhile, after)) {
            assertThat(due(session)).isEqualTo(strikes(session, "").stream().findFirst());
        }
    }

    @Test
    void remindersToo() {
        var reminding = "{\"settings\":{\"invitation\":{\"reminders\":{\"enabled\":%s}}}}";
        var owner = Given.anOwner();
        var before = aSession(owner, reminding.formatted(true), "invitedAt");

        var meanwhile = aSession(owner, reminding.formatted(false), "invitedAt");
        var after = aSession(owner, reminding.formatted(true), "invitedAt");

        assertThat(clocks(before)).contains("reminder");
        assertThat(clocks(meanwhile)).doesNotContain("reminder").isNotEmpty();
        assertThat(clocks(after)).contains("reminder");
    }

    /** Ended already where the clock counts from the end. */
    private static ASession aSession(String owner, String settings, String since) {
        TeamSettings.change(owner, settings);
        var session = Given.aSessionOf(owner, Map.of("workflows", List.of(TeamSettings.WORKFLOW)));
        if (since.equals("endedAt")) {
            Given.join(session).then().statusCode(200);
            session.command("end", null).then().statusCode(200);
        }
        return session;
    }

    private static Optional<Duration> length(ASession session, String event, String since) {
        var from = Instant.parse(session.read().<String>path(since));
        return strikes(session, event).stream().findFirst().map(at -> Duration.between(from, at));
    }

    /** When the session's clocks will strike by this event; all of them by none. */
    private static List<Instant> strikes(ASession session, String event) {
        List<Map<String, String>> items = Given.asMachine()
                .get("/api/sessions/{id}/forecast", session.id())
                .path("items");
        return items.stream()
                .filter(item -> event.isEmpty() || event.equals(item.get("event")))
                .map(item -> Instant.parse(item.get("at")))
                .toList();
    }

    private static List<String> clocks(ASession session) {
        return Given.asMachine()
                .get("/api/sessions/{id}/forecast", session.id())
                .path("items.clock");
    }

    /** What the row says, by which the session is found when it is time. */
    private Optional<Instant> due(ASession session) throws SQLException {
        try (var connection = DriverManager.getConnection(database, "session", "session");
                var row = connection
                        .createStatement()
                        .executeQuery("select due_at from session where id = '" + session.id() + "'")) {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        }
    }
}
