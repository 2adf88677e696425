package io.parley.session.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.parley.session.session.model.StateName;

/** What must hold of each session that a search finds, as conditions on the row {@code s}. */
final class Filters {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);
    // Ids carry the time of their making, which is the start's but for what lies between the two.
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final SessionQuery query;
    private final Visible visible;
    private final UUID cursor;
    private final Instant now;
    private final Statement sql;
    private final Set<StateName> states;
    private final List<String> given;

    Filters(SessionQuery query, Visible visible, UUID cursor, Instant now, Statement sql) {
        this.query = query;
        this.visible = visible;
        this.cursor = cursor;
        this.now = now;
        this.sql = sql;
        this.states = query.state == null || query.state.isEmpty()
                ? EnumSet.allOf(StateName.class)
                : EnumSet.copyOf(query.state);
        this.given = given(query, sql);
    }

    private static List<String> given(SessionQuery query, Statement sql) {
        return Stream.of(
                        query.owner == null ? null : "s.owner = " + sql.at(query.owner),
                        query.homeTeam == null ? null : "s.home_team = " + sql.at(query.homeTeam),
                        query.settingsTeam == null ? null : "s.settings_team = " + sql.at(query.settingsTeam),
                        query.from == null ? null : "s.created_at >= " + sql.at(query.from.atOffset(ZoneOffset.UTC)),
                        query.to == null ? null : "s.created_at < " + sql.at(query.to.atOffset(ZoneOffset.UTC)),
                        query.updated ? "s.customer_version > s.seen_version" : null)
                .filter(condition -> condition != null)
                .toList();
    }

    /** The first id that could have been made at a time; UUIDv7 begins with its milliseconds. */
    private static UUID idAt(Instant time) {
        long millis = Math.max(0, Math.min(time.toEpochMilli(), (1L << 48) - 1));
        return new UUID(millis << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }

    Set<StateName> states() {
        return states;
    }

    boolean everyState() {
        return states.size() == StateName.values().length;
    }

    /** None but states of which there are few at any time. */
    boolean openOnly() {
        return !states.contains(StateName.ENDED);
    }

    /** Nothing but visibility: what the words' own index knows. */
    boolean none() {
        return given.isEmpty() && everyState();
    }

    /** Between the ends of the page and of the time that is asked for. */
    String range(String id) {
        return id + " < " + sql.at("below", below()) + " and " + id + " >= " + sql.at("above", above());
    }

    private UUID below() {
        return cursor != null ? cursor : query.to == null ? LAST : idAt(query.to.plus(SLACK));
    }

    private UUID above() {
        return query.from == null ? FIRST : idAt(query.from.minus(SLACK));
    }

    String visible(String row) {
        if (visible.all()) {
            return "true";
        }
        return visible.ownOnly()
                ? row + ".owner = " + subject()
                : "(" + row + ".owner = " + subject() + " or " + row + ".home_team = any(" + teams() + "))";
    }

    /** Those that are due may be in another state than is written: the reader lets their clocks strike. */
    String state() {
        return everyState() ? "true" : "(s.state = any(" + list() + ") or " + due() + ")";
    }

    String due() {
        return "s.due_at <= " + sql.at("now", now.atOffset(ZoneOffset.UTC));
    }

    /** The states that are asked for. */
    String list() {
        return sql.at("states", states.stream().map(Enum::name).toArray(String[]::new)) + "::text[]";
    }

    /** All that is asked for but the state, by those who may see it. */
    String rest() {
        return restOfSeen() + " and " + visible("s");
    }

    /**
     * The same of a walk whose key is one of those by which the caller sees. To say it again would make the planner think
     * that few of them are seen, and read them all.
     */
    String restOfSeen() {
        return range("s.id")
                + given.stream().map(condition -> " and " + condition).collect(Collectors.joining());
    }

    SessionQuery query() {
        return query;
    }

    Visible visible() {
        return visible;
    }

    String subject() {
        return sql.at("subject", visible.subject());
    }

    String teams() {
        return sql.at("teams", visible.teams().toArray(UUID[]::new)) + "::uuid[]";
    }
}
