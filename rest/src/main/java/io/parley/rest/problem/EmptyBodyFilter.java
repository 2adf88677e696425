package io.parley.rest.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A command without a body is complete where all that it takes is optional: there is nothing to have a type. */
class EmptyBodyFilter {

    @ServerRequestFilter(preMatching = true)
    void readAsJson(ContainerRequestContext request) {
        if (HttpMethod.POST.equals(request.getMethod()) && isEmpty(request) && saysNothing(request)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    /** Many a client calls an empty body a form; one that names another type means it, and an empty file is an answer. */
    private static boolean saysNothing(ContainerRequestContext request) {
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type == null || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED);
    }

    private static boolean isEmpty(ContainerRequestContext request) {
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return (length == null || length.equals("0")) && request.getHeaderString("Transfer-Encoding") == null;
    }
}
