package io.parley.local.issuer;

import java.net.URI;
import java.net.URISyntaxException;

import io.parley.local.web.Form;

/** What a client asks of the sign-in form, checked: a known client, an address on this machine, PKCE with S256. */
record AuthorizationRequest(Client client, String redirectUri, String state, String nonce, String challenge) {

    static AuthorizationRequest of(Form query) {
        Client client = query.get("client_id")
                .flatMap(Client::byId)
                .orElseThrow(() -> new GrantRefused("invalid_client", "unknown client_id"));
        String redirectUri = query.get("redirect_uri")
                .filter(AuthorizationRequest::isLocal)
                .orElseThrow(() -> new GrantRefused("invalid_request", "redirect_uri must be http://localhost:<port>"));
        if (!query.get("response_type").filter("code"::equals).isPresent()) {
            throw new GrantRefused("unsupported_response_type", "response_type must be code");
        }
        String challenge = query.get("code_challenge").orElse(null);
        boolean hashed =
                query.get("code_challenge_method").filter("S256"::equals).isPresent();
        if (challenge == null ? client.isPublic() : !hashed) {
            throw new GrantRefused("invalid_request", "PKCE with code_challenge_method S256 is required");
        }
        return new AuthorizationRequest(
                client,
                redirectUri,
                query.get("state").orElse(null),
                query.get("nonce").orElse(null),
                challenge);
    }

    /** Whether a browser may be sent there: nowhere but to this machine. */
    static boolean isLocal(String address) {
        try {
            var uri = new URI(address);
            return "http".equals(uri.getScheme())
                    && "localhost".equals(uri.getHost())
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    boolean isProvedBy(String verifier) {
        return challenge == null || verifier != null && Secrets.same(challenge, Secrets.s256(verifier));
    }
}
