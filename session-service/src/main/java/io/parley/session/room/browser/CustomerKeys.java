package io.parley.session.room.browser;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.parley.rest.idempotency.KeyOwner;

/**
 * Keys of customers belong to their browser, and to the session that its cookie names: what one browser was answered
 * under a PIN or a code is never answered to another. Everybody else's belong to the subject of the access token.
 */
@ApplicationScoped
class CustomerKeys implements KeyOwner {

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final JsonWebToken token;

    CustomerKeys(HttpHeaders headers, UriInfo uri, JsonWebToken token) {
        this.headers = headers;
        this.uri = uri;
        this.token = token;
    }

    @Override
    public Optional<String> current() {
        var path = uri.getPath().replaceFirst("^/*", "/");
        return path.startsWith("/api/join/") || path.startsWith("/api/room")
                ? browser(headers.getCookies().get(RoomCookie.NAME), path)
                : Optional.ofNullable(token.getSubject());
    }

    /** Whoever sends for a code or a link learns nothing by it: there, holding the link is enough. */
    private static Optional<String> browser(Cookie cookie, String path) {
        if (cookie != null) {
            return Optional.of("browser " + cookie.getValue());
        }
        return path.matches("/api/join/[^/]+/(otp|new-link)") ? Optional.of("link " + path) : Optional.empty();
    }
}
