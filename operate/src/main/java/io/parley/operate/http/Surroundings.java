package io.parley.operate.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the environment says: where everything is, and who is calling. A secret may lie in a file that it names. */
public record Surroundings(Map<String, String> environment) {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    String address(String variable, String otherwise) {
        return said(variable).orElse(otherwise).replaceAll("/+$", "");
    }

    String issuer() {
        return address("PARLEY_ISSUER", "http://localhost:8180/realms/parley");
    }

    /** A token that somebody else has got. */
    Optional<String> token() {
        var token = secret("PARLEY_TOKEN");
        // What refuses it later would quote it.
        if (token.filter(text -> !text.matches("[A-Za-z0-9._~+/=-]+")).isPresent()) {
            throw Failure.misused("PARLEY_TOKEN, or the file that PARLEY_TOKEN_FILE names, holds no token.");
        }
        return token;
    }

    String client() {
        return said("PARLEY_CLIENT_ID").orElse("parley-operate");
    }

    String clientSecret() {
        return secret("PARLEY_CLIENT_SECRET")
                .orElseThrow(() -> Failure.misused("There is no token: PARLEY_CLIENT_SECRET, or a file that"
                        + " PARLEY_CLIENT_SECRET_FILE names, must hold the secret of the client " + client() + "."));
    }

    /** How long to try again where nobody answers. */
    Duration patience() {
        var text = said("PARLEY_PATIENCE").orElse(PATIENCE.toString());
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw Failure.misused("PARLEY_PATIENCE must be a duration such as PT15S, not " + text);
        }
    }

    private Optional<String> secret(String variable) {
        var file = said(variable + "_FILE");
        return file.isPresent() ? file.map(Surroundings::read) : said(variable);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw Failure.misused("The file " + file + " cannot be read.");
        }
    }

    private Optional<String> said(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
