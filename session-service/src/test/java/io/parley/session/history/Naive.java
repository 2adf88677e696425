package io.parley.session.history;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The same search said plainly, as nobody could afford it: what the walks find must be what this finds. */
final class Naive {

    private Naive() {}

    static String sql(SessionQuery query, SearchText text, Visible visible, UUID cursor, int most) {
        var all = new ArrayList<String>();
        if (!visible.all()) {
            all.add("(owner = '" + visible.subject() + "' or home_team in ("
                    + visible.teams().stream().map(team -> "'" + team + "', ").collect(Collectors.joining())
                    + "null))");
        }
        if (query.state != null) {
            all.add("(state in ("
                    + query.state.stream().map(state -> "'" + state + "'").collect(Collectors.joining(","))
                    + ") or due_at <= now())");
        }
        given(all, "home_team = '%s'", query.homeTeam);
        given(all, "settings_team = '%s'", query.settingsTeam);
        given(all, "owner = '%s'", query.owner);
        given(all, "created_at >= '%s'", query.from);
        given(all, "created_at < '%s'", query.to);
        given(all, "id < '%s'", cursor);
        given(all, "customer_version > seen_version", query.updated ? true : null);
        given(all, "%s", text == null ? null : said(text));
        return "select id from session where true"
                + all.stream().map(one -> " and " + one).collect(Collectors.joining()) + " order by id desc limit "
                + most;
    }

    private static void given(List<String> all, String condition, Object value) {
        if (value != null) {
            all.add(condition.formatted(value));
        }
    }

    private static String said(SearchText text) {
        var words = text.words().stream()
                .map(word ->
                        "exists (select from customer_word w where w.session_id = id and w.word like '" + word + "%')")
                .collect(Collectors.joining(" and "));
        return "(external_id = '" + text.externalId() + "' or email = '" + text.email() + "' or phone = '"
                + text.phone() + "' or (" + (words.isEmpty() ? "false" : words) + "))";
    }
}
