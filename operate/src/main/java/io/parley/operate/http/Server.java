package io.parley.operate.http;

/** A service that is spoken to, and the variable that says where it is. */
public enum Server {
    SESSION("session-service", "PARLEY_SESSION_URL", "http://localhost:8080"),
    NOTIFICATION("notification-service", "PARLEY_NOTIFICATION_URL", "http://localhost:8081"),
    TEAM_SETTINGS("team-settings-service", "PARLEY_TEAM_SETTINGS_URL", "http://localhost:8082");

    private final String title;
    private final String variable;
    private final String local;

    Server(String title, String variable, String local) {
        this.title = title;
        this.variable = variable;
        this.local = local;
    }

    public String title() {
        return title;
    }

    String address(Surroundings around) {
        return around.address(variable, local);
    }
}
