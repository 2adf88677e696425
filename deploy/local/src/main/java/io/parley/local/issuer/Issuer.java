package io.parley.local.issuer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.parley.local.web.Exchange;
import io.parley.local.web.LocalServer;

/** A small OpenID provider for one machine, on the paths of a Keycloak realm; its passwords are no secrets. */
public final class Issuer implements AutoCloseable {

    private static final String REALM = "/realms/parley";
    private static final String PROTOCOL = REALM + "/protocol/openid-connect";

    private final LocalServer server;
    private final SigningKey signingKey;
    private final TokenMint mint;

    private Issuer(LocalServer server, SigningKey signingKey) {
        this.server = server;
        this.signingKey = signingKey;
        this.mint = new TokenMint(url(), signingKey);
    }

    /** Starts on the port, 0 for any free one, with the key of the folder. */
    public static Issuer start(Path folder, int port) {
        var issuer = new Issuer(new LocalServer("oidc", port), SigningKey.in(folder.resolve("signing-key.json")));
        issuer.routes();
        issuer.server.start();
        return issuer;
    }

    public String url() {
        return address() + REALM;
    }

    @Override
    public void close() {
        server.close();
    }

    private void routes() {
        var codes = new AuthorizationCodes();
        var tokens = new TokenEndpoint(mint, codes);
        var signIn = new SignIn(codes);
        server.on("GET", REALM + "/.well-known/openid-configuration", exchange -> exchange.json(200, discovery()))
                .on("GET", PROTOCOL + "/certs", exchange -> exchange.json(200, signingKey.publicKeys()))
                .on("POST", PROTOCOL + "/token", tokens::answer)
                .on("GET", PROTOCOL + "/auth", signIn::show)
                .on("POST", PROTOCOL + "/auth", signIn::take)
                .on("GET", PROTOCOL + "/logout", signIn::signOut)
                .on("GET", PROTOCOL + "/userinfo", this::userInfo)
                .on("GET", "/sign-in.css", exchange -> exchange.resource(Issuer.class, "sign-in.css", "text/css"));
    }

    private void userInfo(Exchange exchange) throws IOException {
        Optional<Person> person = exchange.header("Authorization")
                .filter(header -> header.startsWith("Bearer "))
                .flatMap(header -> mint.whoBears(header.substring("Bearer ".length())));
        if (person.isEmpty()) {
            exchange.set("WWW-Authenticate", "Bearer error=\"invalid_token\"").empty(401);
            return;
        }
        exchange.json(200, describe(person.get()));
    }

    private static Map<String, Object> describe(Person person) {
        return Map.of(
                "sub", person.subject(),
                "preferred_username", person.subject(),
                "name", person.name(),
                "email", person.email(),
                "roles", person.roles());
    }

    private Map<String, Object> discovery() {
        return Map.ofEntries(
                Map.entry("issuer", url()),
                Map.entry("authorization_endpoint", address() + PROTOCOL + "/auth"),
                Map.entry("token_endpoint", address() + PROTOCOL + "/token"),
                Map.entry("jwks_uri", address() + PROTOCOL + "/certs"),
                Map.entry("userinfo_endpoint", address() + PROTOCOL + "/userinfo"),
                Map.entry("end_session_endpoint", address() + PROTOCOL + "/logout"),
                Map.entry("response_types_supported", List.of("code")),
                Map.entry("subject_types_supported", List.of("public")),
                Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
                Map.entry("scopes_supported", List.of("openid", "profile", "email")),
                Map.entry("code_challenge_methods_supported", List.of("S256")),
                Map.entry(
                        "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post")),
                Map.entry(
                        "grant_types_supported",
                        List.of("password", "client_credentials", "refresh_token", "authorization_code")));
    }

    private String address() {
        return "http://localhost:" + server.port();
    }
}
