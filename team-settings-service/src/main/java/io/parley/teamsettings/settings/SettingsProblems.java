package io.parley.teamsettings.settings;

import java.util.List;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.parley.rest.problem.InvalidField;
import io.parley.rest.problem.Problem;
import io.parley.rest.problem.ProblemView;
import io.parley.teamsettings.problem.ProblemType;
import io.parley.teamsettings.settings.model.Catalogue;
import io.parley.teamsettings.settings.model.SettingsRefused;
import io.parley.teamsettings.settings.model.lint.Finding;

/** How the refusals of settings are answered. */
class SettingsProblems {

    @ServerExceptionMapper
    Response refused(SettingsRefused refused, UriInfo uri) {
        var errors = refused.violations().stream()
                .map(violation -> new InvalidField(violation.pointer(), violation.detail()))
                .toList();
        return ProblemView.answer(ProblemType.INVALID_REQUEST, null, uri, errors)
                .build();
    }

    /** Refuses settings with which nothing could work. */
    static void refuse(List<Finding> contradictions) {
        if (!contradictions.isEmpty()) {
            var errors = contradictions.stream().map(SettingsProblems::error).toList();
            throw new Problem(ProblemType.SETTINGS_CONTRADICT, null, errors);
        }
    }

    private static InvalidField error(Finding finding) {
        var pointer = Catalogue.key(finding.keys().get(0)).pointer();
        return new InvalidField(pointer, finding.name() + ": " + finding.explanation());
    }
}
