package io.parley.benchmarks.clocks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.parley.local.LocalSecrets;
import io.parley.local.port.Port;
import io.parley.local.port.Ports;

/** The installation on which is measured. */
record Installed(Path data, Ports ports) {

    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Installed of(Map<String, String> options) {
        var data = options.getOrDefault("--data", options.get("--root") + "/deploy/local/data");
        return new Installed(
                Path.of(data).toAbsolutePath().normalize(),
                new Ports(Integer.parseInt(options.getOrDefault("--port-offset", "0"))));
    }

    /** The database of session-service, so that both sides have the same server, disk and settings. */
    HikariDataSource database(int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://localhost:" + ports.of(Port.POSTGRES) + "/session");
        config.setUsername("session");
        config.setPassword(new LocalSecrets(data.resolve(LocalSecrets.FILE)).database("session"));
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    String broker() {
        return "localhost:" + ports.of(Port.KAFKA);
    }

    /** A request that starts a session of a customer of its own. */
    HttpRequest start(String token, long customer) {
        var body = "{\"owner\": \"alice\", \"customer\": {\"name\": \"Clock\", \"email\": \"clock-" + customer
                + "@example.org\"}}";
        return HttpRequest.newBuilder(URI.create(ports.http(Port.SESSION) + "/api/sessions"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    String token() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(ports.http(Port.OIDC) + "/realms/parley/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=parley-system" + "&client_secret=parley-system"))
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body()).get("access_token").asText();
    }
}
