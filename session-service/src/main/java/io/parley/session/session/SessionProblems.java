package io.parley.session.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.parley.rest.problem.ProblemView;
import io.parley.session.access.ActionForbidden;
import io.parley.session.access.SessionHidden;
import io.parley.session.problem.ProblemType;
import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.view.IfMatch;
import io.parley.session.settings.SettingsRefused;
import io.parley.session.settings.SettingsUnavailable;
import io.parley.session.timer.DatabaseClock;

/** What the refusals of sessions look like to callers: every refusal of the model has its own problem type. */
public class SessionProblems {

    private final DatabaseClock clock;

    SessionProblems(DatabaseClock clock) {
        this.clock = clock;
    }

    @ServerExceptionMapper
    public Response refused(MoveRefused refused, UriInfo uri) {
        var type = ProblemType.valueOf(refused.refusal().name());
        return refused.instant() == null
                ? ProblemView.answer(type, uri, Map.of()).build()
                : refusedUntil(type, refused.instant(), uri);
    }

    private Response refusedUntil(ProblemType type, Instant instant, UriInfo uri) {
        var answer = ProblemView.answer(type, uri, Map.of("until", instant));
        long seconds = Math.max(1, Duration.between(clock.instant(), instant).toSeconds() + 1);
        boolean passes = type == ProblemType.LOCKED || type.status() == 429;
        return (passes ? answer.header(HttpHeaders.RETRY_AFTER, seconds) : answer).build();
    }

    @ServerExceptionMapper
    Response hidden(SessionHidden hidden, UriInfo uri) {
        return ProblemView.answer(ProblemType.NOT_FOUND, uri, Map.of()).build();
    }

    @ServerExceptionMapper
    Response forbidden(ActionForbidden forbidden, UriInfo uri) {
        return ProblemView.answer(ProblemType.FORBIDDEN, uri, Map.of()).build();
    }

    @ServerExceptionMapper
    Response stale(IfMatch.Stale stale, UriInfo uri) {
        return ProblemView.answer(ProblemType.PRECONDITION_FAILED, uri, Map.of())
                .build();
    }

    @ServerExceptionMapper
    Response anotherIsOpen(AnotherSessionOpen open, UriInfo uri) {
        return ProblemView.answer(ProblemType.SINGLE_ACTIVE_SESSION, uri, Map.of("session", open.session()))
                .build();
    }

    @ServerExceptionMapper
    Response settingsRefused(SettingsRefused refused, UriInfo uri) {
        return ProblemView.answer(ProblemType.valueOf(refused.reason().name()), uri, Map.of())
                .build();
    }

    @ServerExceptionMapper
    Response settingsUnavailable(SettingsUnavailable unavailable, UriInfo uri) {
        return ProblemView.answer(ProblemType.UNAVAILABLE, uri, Map.of())
                .header(HttpHeaders.RETRY_AFTER, 5)
                .build();
    }

    @ServerExceptionMapper
    Response noClock(DatabaseClock.ClockNotMeasured notYet, UriInfo uri) {
        return ProblemView.answer(ProblemType.UNAVAILABLE, uri, Map.of())
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }
}
