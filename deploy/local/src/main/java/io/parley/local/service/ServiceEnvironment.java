package io.parley.local.service;

import java.util.HashMap;
import java.util.Map;

import io.parley.local.LocalSecrets;
import io.parley.local.port.Port;
import io.parley.local.port.Ports;
import io.parley.local.web.BasicCredentials;

/** What a service is told of its surroundings; the same variables as in a cluster. */
public record ServiceEnvironment(Ports ports, LocalSecrets secrets) {

    private static final String REALM = "/realms/parley";

    Map<String, String> of(ServiceJar service) {
        var variables = new HashMap<String, String>();
        // Its passwords are public knowledge: nobody but this machine may come in.
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", port(service.port()));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", port(service.management()));
        variables.put("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + database(service));
        variables.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + database(service));
        variables.put("QUARKUS_DATASOURCE_USERNAME", service.database());
        variables.put("QUARKUS_DATASOURCE_PASSWORD", secrets.database(service.database()));
        variables.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + port(Port.KAFKA));
        variables.put("QUARKUS_OIDC_AUTH_SERVER_URL", ports.http(Port.OIDC) + REALM);
        variables.putAll(own(service));
        return variables;
    }

    private Map<String, String> own(ServiceJar service) {
        return switch (service) {
            case SESSION -> session();
            case NOTIFICATION -> notification();
            case TEAM_SETTINGS -> Map.of();
        };
    }

    private Map<String, String> session() {
        return Map.of(
                "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL",
                ports.http(Port.OIDC) + REALM,
                "QUARKUS_OIDC_CLIENT_CLIENT_ID",
                "session-service",
                "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET",
                "session-service",
                "PARLEY_TEAM_SETTINGS_URL",
                ports.http(Port.TEAM_SETTINGS),
                "PARLEY_PUBLIC_URL",
                ports.http(Port.SESSION),
                "PARLEY_SECRET",
                secrets.pepper());
    }

    private Map<String, String> notification() {
        BasicCredentials texts = secrets.texts();
        return Map.of(
                "QUARKUS_MAILER_HOST", "localhost",
                "QUARKUS_MAILER_PORT", port(Port.SMTP),
                "QUARKUS_MAILER_FROM", "no-reply@parley.example",
                "PARLEY_SMS_URL", ports.http(Port.CATCHER),
                "PARLEY_SMS_ACCOUNT", texts.user(),
                "PARLEY_SMS_TOKEN", texts.password(),
                "PARLEY_SMS_FROM", "Parley",
                "PARLEY_CALLBACK_URL", ports.http(Port.NOTIFICATION));
    }

    private String database(ServiceJar service) {
        return "localhost:" + port(Port.POSTGRES) + "/" + service.database();
    }

    private String port(Port port) {
        return Integer.toString(ports.of(port));
    }
}
