package io.parley.local.port;

/** A port that the installation listens on, and for what. */
public enum Port {
    SESSION(8080, "session-service"),
    SESSION_MANAGEMENT(9000, "session-service, health and metrics"),
    NOTIFICATION(8081, "notification-service"),
    NOTIFICATION_MANAGEMENT(9001, "notification-service, health and metrics"),
    TEAM_SETTINGS(8082, "team-settings-service"),
    TEAM_SETTINGS_MANAGEMENT(9002, "team-settings-service, health and metrics"),
    OIDC(8180, "OIDC issuer"),
    CATCHER(8025, "catcher page and SMS gateway"),
    SMTP(1025, "SMTP"),
    KAFKA(9092, "Kafka"),
    KAFKA_CONTROLLER(9093, "Kafka's controller"),
    POSTGRES(5433, "PostgreSQL");

    private final int usual;
    private final String purpose;

    Port(int usual, String purpose) {
        this.usual = usual;
        this.purpose = purpose;
    }

    int usual() {
        return usual;
    }

    String purpose() {
        return purpose;
    }
}
