package io.parley.teamsettings.resolution;

import java.util.Map;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.parley.rest.problem.ProblemView;
import io.parley.teamsettings.problem.ProblemType;
import io.parley.teamsettings.resolution.model.ResolutionRefused;
import io.parley.teamsettings.resolution.model.ResolutionRefused.Reason;

/** How the refusals of a resolution are answered. */
class ResolutionProblems {

    private static final Map<Reason, ProblemType> TYPES = Map.of(
            Reason.UNKNOWN_MEMBER, ProblemType.UNKNOWN_MEMBER,
            Reason.UNKNOWN_TEAM, ProblemType.UNKNOWN_TEAM,
            Reason.BORROWING_NOT_ALLOWED, ProblemType.BORROWING_NOT_ALLOWED,
            Reason.LENDING_NOT_ALLOWED, ProblemType.LENDING_NOT_ALLOWED);

    @ServerExceptionMapper
    Response refused(ResolutionRefused refused, UriInfo uri) {
        return ProblemView.of(TYPES.get(refused.reason()), null, uri);
    }
}
