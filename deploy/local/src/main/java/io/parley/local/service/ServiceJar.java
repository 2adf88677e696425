package io.parley.local.service;

import java.nio.file.Path;

import io.parley.local.port.Port;

/** A service of Parley as Maven packages it. */
public enum ServiceJar {
    TEAM_SETTINGS("team-settings-service", "team_settings", Port.TEAM_SETTINGS, Port.TEAM_SETTINGS_MANAGEMENT),
    NOTIFICATION("notification-service", "notification", Port.NOTIFICATION, Port.NOTIFICATION_MANAGEMENT),
    SESSION("session-service", "session", Port.SESSION, Port.SESSION_MANAGEMENT);

    private final String title;
    private final String database;
    private final Port port;
    private final Port management;

    ServiceJar(String title, String database, Port port, Port management) {
        this.title = title;
        this.database = database;
        this.port = port;
        this.management = management;
    }

    /** Its name, which is also its module's. */
    public String title() {
        return title;
    }

    /** The name of its database and of the role that owns it. */
    public String database() {
        return database;
    }

    public Port port() {
        return port;
    }

    public Port management() {
        return management;
    }

    public Path in(Path repository) {
        return repository.resolve(title).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
