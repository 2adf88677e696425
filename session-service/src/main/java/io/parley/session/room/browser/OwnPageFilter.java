package io.parley.session.room.browser;

import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.parley.rest.problem.Problem;
import io.parley.session.invitation.LinkConfig;
import io.parley.session.problem.ProblemType;

/**
 * Refuses what another site could make a customer's browser send: a foreign origin, and content that a plain form can
 * send. The cookie's SameSite stands before it; this holds where a browser does not know that.
 */
class OwnPageFilter {

    private static final Set<String> CHANGING =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final String ownOrigin;

    OwnPageFilter(LinkConfig config) {
        this.ownOrigin = origin(config.publicUrl());
    }

    @ServerRequestFilter
    @FromOwnPage
    void check(ContainerRequestContext request) {
        if (CHANGING.contains(request.getMethod())) {
            requireOwnOrigin(request);
            requireNoPlainForm(request.getMediaType(), request);
        }
    }

    private void requireOwnOrigin(ContainerRequestContext request) {
        var origin = request.getHeaderString("Origin");
        if (origin != null && !isOwn(origin, request.getHeaderString(HttpHeaders.HOST))) {
            throw new Problem(ProblemType.FOREIGN_ORIGIN, null);
        }
    }

    /** A browser can't be made to send a false Host: it is the address that it asked. */
    private boolean isOwn(String origin, String host) {
        return Stream.of(ownOrigin, "https://" + host, "http://" + host).anyMatch(origin::equalsIgnoreCase);
    }

    /** Multipart can be sent by a plain form: those few paths that take it rely on the origin, which browsers then tell. */
    private static void requireNoPlainForm(MediaType type, ContainerRequestContext request) {
        boolean json = MediaType.APPLICATION_JSON_TYPE.isCompatible(type) && !type.isWildcardType();
        boolean file = MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)
                && request.getUriInfo().getPath().matches("/*api/room/documents");
        if (!json && !file) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The address takes application/json.");
        }
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
