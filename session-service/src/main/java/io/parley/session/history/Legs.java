package io.parley.session.history;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import io.parley.session.session.model.StateName;

/**
 * The walks by which a search finds ids: each goes along one index, newest first, and stops after a page. No walk
 * answers to two columns of which either may hold; what has several ways is several walks, and their union.
 */
final class Legs {

    private static final String OF_STATE = "s.state = e.state";
    /** What the searches' indexes are ordered by, and the primary key is not (V7). */
    private static final String NEWEST = "s.id desc nulls last";

    private static final String BORROWED = "s.settings_team <> s.home_team";

    private final Statement sql;
    private final Filters filters;
    private final int most;
    private final List<String> legs = new ArrayList<>();

    private Legs(Statement sql, Filters filters, int most) {
        this.sql = sql;
        this.filters = filters;
        this.most = most;
    }

    static String union(Statement sql, Filters filters, SearchText text, int most) {
        var legs = new Legs(sql, filters, most);
        if (text == null) {
            legs.walk("true");
        } else {
            legs.byContact(text);
            legs.byName(text.words());
        }
        return String.join(" union all ", legs.legs);
    }

    private void byContact(SearchText text) {
        page("s.external_id = " + sql.at(text.externalId()), true);
        if (text.email() != null) {
            page("s.email = " + sql.at(text.email()), true);
        }
        if (text.phone() != null) {
            page("s.phone = " + sql.at(text.phone()), true);
        }
    }

    private void byName(List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        boolean fewToLookAt = filters.visible().ownOnly()
                || filters.query().owner != null
                || filters.query().updated
                || filters.openOnly();
        if (fewToLookAt) {
            walk(words.stream().map(word -> has(word, "s.id")).collect(Collectors.joining(" and ")));
        } else {
            alongWords(words);
        }
    }

    private String has(String word, String id) {
        // "offset 0" keeps it a look-up for each session that is walked past.
        return "exists (select from customer_word w where w.session_id = " + id + " and " + begins("w.word", word)
                + " offset 0)";
    }

    private String begins(String column, String word) {
        var after = word + Character.toString(Character.MAX_CODE_POINT);
        return column + " >= " + sql.at(word) + " and " + column + " < " + sql.at(after);
    }

    /** All that match are sorted from the index alone; their sessions are read until a page is full. */
    private void alongWords(List<String> words) {
        var longest = words.stream().reduce("", (a, b) -> b.length() > a.length() ? b : a);
        var others = words.stream()
                .filter(word -> !word.equals(longest))
                .map(word -> " and " + has(word, "v.session_id"))
                .collect(Collectors.joining());
        // A session stands here as often as its words begin so.
        var found = "select v.session_id as id from customer_word v where " + begins("v.word", longest)
                + " and " + filters.range("v.session_id") + " and " + filters.visible("v") + others
                + " order by v.session_id desc";
        legs.add(
                filters.none()
                        ? "(" + found + " limit " + most * Words.MOST + ")"
                        : "(select w.id from (" + found
                                + ") w cross join lateral (select from session s where s.id = w.id"
                                + " and " + filters.rest() + " and " + filters.state() + " offset 0) s limit "
                                + most * Words.MOST + ")");
    }

    /** Along what most narrows the search. */
    private void walk(String also) {
        var query = filters.query();
        if (query.updated) {
            updated(also);
        } else if (query.owner != null) {
            byState("s.owner = " + sql.at(query.owner), also, filters.rest());
        } else if (filters.visible().ownOnly()) {
            own(also);
        } else if (query.settingsTeam != null) {
            settingsTeam(also);
        } else if (query.homeTeam != null) {
            homeTeam(query.homeTeam, also);
        } else if (filters.visible().all()) {
            everything(also);
        } else {
            own(also);
            byTeamAndState(also);
        }
        if (!query.updated && !filters.everyState()) {
            page(filters.due() + " and " + also, false);
        }
    }

    private void own(String also) {
        byState("s.owner = " + filters.subject(), also, filters.restOfSeen());
    }

    /** A team of which the caller sees all; else what of it is their own. */
    private void homeTeam(UUID team, String also) {
        var visible = filters.visible();
        if (visible.all() || visible.teams().contains(team)) {
            byState("s.home_team = " + sql.at(team), also, filters.restOfSeen());
        } else {
            own(also);
        }
    }

    private void updated(String also) {
        var shown = filters.state() + " and " + also;
        if (filters.visible().all() && filters.query().owner == null) {
            page(shown, false);
        } else if (filters.query().owner != null) {
            page("s.owner = " + sql.at(filters.query().owner) + " and " + shown, false);
        } else {
            page("s.owner = " + filters.subject() + " and " + shown, false);
            legs.add(lateral(
                    "unnest(" + filters.teams() + ") as t (team)",
                    "s.home_team = t.team and " + shown,
                    filters.restOfSeen()));
        }
    }

    /** The team's own, which run with its settings as a rule; and those that have borrowed them. */
    private void settingsTeam(String also) {
        var team = filters.query().settingsTeam;
        homeTeam(team, also);
        if (filters.visible().all()) {
            byState("s.settings_team = " + sql.at(team) + " and " + BORROWED, also, filters.restOfSeen());
        } else {
            own(also);
            byTeamAndState(BORROWED + " and " + also);
        }
    }

    /** Most are over: those are found by walking along all; of the others there are few. */
    private void everything(String also) {
        if (filters.everyState()) {
            legs.add(walk(also, filters.rest(), "s.id desc"));
            return;
        }
        for (var state : filters.states()) {
            legs.add(walk(
                    "s.state = '" + state.name() + "' and " + also,
                    filters.rest(),
                    state == StateName.ENDED ? "s.id desc" : NEWEST));
        }
    }

    private void byState(String key, String also, String rest) {
        var condition = key + " and " + OF_STATE + " and " + also;
        legs.add(lateral("unnest(" + filters.list() + ") as e (state)", condition, rest));
    }

    private void byTeamAndState(String also) {
        legs.add(lateral(
                "unnest(" + filters.teams() + ") as t (team) cross join unnest(" + filters.list() + ") as e (state)",
                "s.home_team = t.team and " + OF_STATE + " and " + also,
                filters.restOfSeen()));
    }

    private String lateral(String each, String condition, String rest) {
        return "(select l.id from " + each + " cross join lateral " + walk(condition, rest, NEWEST) + " l)";
    }

    private void page(String condition, boolean byState) {
        legs.add(walk(byState ? condition + " and " + filters.state() : condition, filters.rest(), NEWEST));
    }

    private String walk(String condition, String rest, String order) {
        return "(select s.id from session s where " + condition + " and " + rest + " order by " + order + " limit "
                + most + ")";
    }
}
