package io.parley.session.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.parley.session.presence.Presence;
import io.parley.session.session.model.Session;
import io.parley.session.session.view.SessionView;

/** Some sessions of a longer list. */
record SessionPage(List<SessionView> items, UUID next) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(List<SessionView> items, UUID nextCursor) {}

    static SessionPage of(List<Session> found, int limit, Instant now, Map<UUID, Presence> present) {
        var items = found.stream()
                .limit(limit)
                .map(session ->
                        SessionView.of(session.elapse(now), present.getOrDefault(session.id(), Presence.NOBODY)))
                .toList();
        return new SessionPage(
                items, found.size() > limit ? items.get(limit - 1).id() : null);
    }

    Response answer(SessionQuery query) {
        var answer = Response.ok(new Body(items, next));
        return (next == null ? answer : answer.header("Link", link(query))).build();
    }

    private String link(SessionQuery query) {
        return "</api/sessions?limit=" + query.limit + "&cursor=" + next + ">; rel=\"next\"";
    }
}
