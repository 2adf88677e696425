package io.parley.teamsettings.settings;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.parley.teamsettings.problem.InvalidField;
import io.parley.teamsettings.problem.ProblemView;
import io.parley.teamsettings.settings.model.SettingsRefused;

/** How the refusals of settings are answered. */
class SettingsProblems {

    @ServerExceptionMapper
    Response refused(SettingsRefused refused, UriInfo uri) {
        var errors = refused.violations().stream()
                .map(violation -> new InvalidField(violation.pointer(), violation.detail()))
                .toList();
        return ProblemView.invalid(errors, uri);
    }
}
