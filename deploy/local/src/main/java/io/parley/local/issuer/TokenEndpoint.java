package io.parley.local.issuer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.parley.local.web.BasicCredentials;
import io.parley.local.web.Exchange;
import io.parley.local.web.Form;

/** Exchanges what a client holds for tokens: a password, a code, a refresh token, its own secret. */
final class TokenEndpoint {

    private final TokenMint mint;
    private final AuthorizationCodes codes;

    TokenEndpoint(TokenMint mint, AuthorizationCodes codes) {
        this.mint = mint;
        this.codes = codes;
    }

    void answer(Exchange exchange) throws IOException {
        exchange.set("Cache-Control", "no-store");
        try {
            exchange.json(200, grant(exchange, exchange.form()));
        } catch (GrantRefused refused) {
            exchange.json(
                    refused.status(), Map.of("error", refused.error(), "error_description", refused.getMessage()));
        }
    }

    private Map<String, Object> grant(Exchange exchange, Form form) {
        Client client = client(exchange, form);
        return switch (form.get("grant_type").orElse("")) {
            case "password" -> password(client, form);
            case "client_credentials" -> clientCredentials(client);
            case "refresh_token" -> refresh(client, form);
            case "authorization_code" -> code(client, form);
            default -> throw new GrantRefused("unsupported_grant_type", "grant_type is missing or not supported");
        };
    }

    private static Client client(Exchange exchange, Form form) {
        BasicCredentials offered = exchange.basicCredentials()
                .orElseGet(() -> new BasicCredentials(
                        form.get("client_id").orElse(""),
                        form.get("client_secret").orElse(null)));
        return Client.byId(offered.user())
                .filter(client -> client.knows(offered.password()))
                .orElseThrow(() -> new GrantRefused("invalid_client", "unknown client or wrong secret"));
    }

    private Map<String, Object> password(Client client, Form form) {
        if (!client.isPublic()) {
            throw new GrantRefused("unauthorized_client", "the password grant is for parley-cli");
        }
        Person person = Person.signIn(
                        form.get("username").orElse(""), form.get("password").orElse(""))
                .orElseThrow(() -> new GrantRefused("invalid_grant", "wrong user name or password"));
        return tokens(person, client, null);
    }

    private Map<String, Object> clientCredentials(Client client) {
        if (client.isPublic()) {
            throw new GrantRefused("unauthorized_client", "a public client has no credentials");
        }
        return answer(mint.access(client));
    }

    private Map<String, Object> refresh(Client client, Form form) {
        Person person = form.get("refresh_token")
                .flatMap(token -> mint.whoRefreshes(token, client.id()))
                .orElseThrow(() -> new GrantRefused("invalid_grant", "the refresh token is not good"));
        return tokens(person, client, null);
    }

    private Map<String, Object> code(Client client, Form form) {
        AuthorizationCodes.Entry entry = form.get("code")
                .flatMap(codes::take)
                .filter(taken -> taken.request().client().equals(client))
                .filter(taken -> form.get("redirect_uri")
                        .filter(taken.request().redirectUri()::equals)
                        .isPresent())
                .filter(taken ->
                        taken.request().isProvedBy(form.get("code_verifier").orElse(null)))
                .orElseThrow(() -> new GrantRefused(
                        "invalid_grant", "code, redirect_uri and code_verifier do not belong together"));
        return tokens(entry.person(), client, entry.request().nonce());
    }

    private Map<String, Object> tokens(Person person, Client client, String nonce) {
        Map<String, Object> answer = answer(mint.access(person, client.id()));
        answer.put("id_token", mint.id(person, client.id(), nonce));
        answer.put("refresh_token", mint.refresh(person, client.id()));
        answer.put("refresh_expires_in", TokenMint.REFRESH.toSeconds());
        return answer;
    }

    private static Map<String, Object> answer(String accessToken) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", accessToken);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", TokenMint.ACCESS.toSeconds());
        answer.put("scope", "openid profile email");
        return answer;
    }
}
