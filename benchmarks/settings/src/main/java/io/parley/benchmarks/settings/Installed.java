package io.parley.benchmarks.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.parley.local.port.Port;
import io.parley.local.port.Ports;

/** The installation on which is measured. */
record Installed(Path root, Path data, Ports ports) {

    /** Far enough from the ports of an installation that another one would fit between them. */
    private static final int FURTHER = 37;

    static Installed of(Map<String, String> options) {
        var root = Path.of(options.get("--root")).toAbsolutePath().normalize();
        var data =
                options.getOrDefault("--data", root.resolve("deploy/local/data").toString());
        return new Installed(
                root,
                Path.of(data).toAbsolutePath().normalize(),
                new Ports(Integer.parseInt(options.getOrDefault("--port-offset", "0"))));
    }

    /** Ports for processes beside it. */
    Ports beside() {
        return new Ports(ports.offset() + FURTHER);
    }

    String sessions() {
        return ports.http(Port.SESSION);
    }

    String settings() {
        return ports.http(Port.TEAM_SETTINGS);
    }

    Api as(String user) {
        return new Api(
                token(Map.of("grant_type", "password", "client_id", "parley-cli", "username", user, "password", user)));
    }

    Api asMachine() {
        return new Api(token(Map.of(
                "grant_type", "client_credentials",
                "client_id", "parley-system",
                "client_secret", "parley-system")));
    }

    private String token(Map<String, String> form) {
        var answer = new Api(null)
                .form(ports.http(Port.OIDC) + "/realms/parley/protocol/openid-connect/token", new HashMap<>(form));
        return answer.get("access_token").asText();
    }
}
