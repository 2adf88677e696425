package io.parley.teamsettings.rest;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.parley.rest.problem.Problem;

/** Refuses addresses with characters that nothing here is named by, and that a database cannot hold. */
class CleanAddress {

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        if (!CleanText.isClean(uri.getPath())) {
            throw Problem.notFound();
        }
        uri.getQueryParameters().forEach((name, values) -> {
            if (!CleanText.isClean(name) || !values.stream().allMatch(CleanText::isClean)) {
                throw Problem.invalid("/" + name.replace("\0", ""), "has a character that is none");
            }
        });
    }
}
