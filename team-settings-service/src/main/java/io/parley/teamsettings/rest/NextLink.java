package io.parley.teamsettings.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says where the next page is in the header Link too. */
class NextLink {

    @ServerResponseFilter
    void link(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Page)) {
            return;
        }
        var next = ((Page<?>) response.getEntity()).nextCursor();
        if (next != null) {
            var uri = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replaceQueryParam("cursor", next)
                    .build();
            var address = uri.getRawPath() + "?" + uri.getRawQuery();
            response.getHeaders().add(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
        }
    }
}
