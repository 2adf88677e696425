package io.parley.session.room.browser;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.parley.session.invitation.Links;
import io.parley.session.invitation.Links.Token;

/**
 * The cookie by which a browser is known in a room: its own secret, which stays the same for all sessions that it
 * enters, and the id of the one that it entered last. A session keeps only the hash of the secret.
 */
@ApplicationScoped
public class RoomCookie {

    /** The prefix makes browsers refuse it when it is set for a domain, for a part of the site, or without TLS. */
    public static final String NAME = "__Host-parley-room";

    private final Links links;
    private final RoomConfig config;

    RoomCookie(Links links, RoomConfig config) {
        this.links = links;
        this.config = config;
    }

    /** @param value null for no cookie */
    public Optional<Token> read(String value) {
        return links.read(value);
    }

    /** The secret of a browser that is about to enter a session; a new one for a browser that has none. */
    public Token bind(String value, UUID session) {
        return read(value).map(token -> links.rebind(token, session)).orElseGet(() -> links.token(session));
    }

    /**
     * The header that gives a browser without a cookie one of its own before it enters; none where it has one.
     *
     * @param link the customer has
     */
    public Optional<String> introduce(String value, String link) {
        return read(value).isPresent()
                ? Optional.empty()
                : links.read(link).map(token -> set(links.token(token.session())));
    }

    /**
     * The header that sets it. Strict is possible although the page is opened from mail clients: the page itself never looks at the cookie, only
     * the requests of its own script do, and those come from this site whatever led to the page.
     */
    public String set(Token token) {
        return NAME + "=" + token.text() + "; Path=/; Max-Age="
                + config.cookieLifetime().toSeconds() + "; Secure; HttpOnly; SameSite=Strict";
    }
}
