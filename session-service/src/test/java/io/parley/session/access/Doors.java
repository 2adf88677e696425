package io.parley.session.access;

import java.util.Map;
import java.util.Set;

/** What each endpoint asks of its caller. One that is not here fails the test: say who may, when you add it. */
public final class Doors {

    /** What has to be allowed to do it to a session. */
    static final Map<String, Action> OF_A_SESSION = Map.ofEntries(
            Map.entry("GET /api/sessions/{id}", Action.SEE),
            Map.entry("PATCH /api/sessions/{id}", Action.CHANGE),
            Map.entry("POST /api/sessions/{id}/invite", Action.INVITE),
            Map.entry("POST /api/sessions/{id}/resend", Action.INVITE),
            Map.entry("POST /api/sessions/{id}/re-engage", Action.REENGAGE),
            Map.entry("POST /api/sessions/{id}/end", Action.END),
            Map.entry("POST /api/sessions/{id}/renew", Action.RENEW),
            Map.entry("POST /api/sessions/{id}/transfer", Action.TRANSFER),
            Map.entry("POST /api/sessions/{id}/restart-workflow", Action.CHANGE),
            Map.entry("POST /api/sessions/{id}/link", Action.COPY_LINK),
            Map.entry("GET /api/sessions/{id}/invitations", Action.SEE),
            Map.entry("GET /api/sessions/{id}/timeline", Action.SEE),
            Map.entry("GET /api/sessions/{id}/forecast", Action.SEE),
            Map.entry("GET /api/sessions/{id}/assets", Action.SEE),
            Map.entry("POST /api/sessions/{id}/assets", Action.CHANGE),
            Map.entry("DELETE /api/sessions/{id}/assets/{asset}", Action.CHANGE),
            Map.entry("GET /api/sessions/{id}/workflows", Action.SEE),
            Map.entry("POST /api/sessions/{id}/workflows", Action.CHANGE),
            Map.entry("DELETE /api/sessions/{id}/workflows/{workflow}", Action.CHANGE),
            Map.entry("GET /api/sessions/{id}/workflows/{workflow}/inputs", Action.SEE),
            Map.entry("GET /api/sessions/{id}/stream", Action.SEE),
            Map.entry("GET /api/sessions/{id}/messages", Action.SEE),
            Map.entry("POST /api/sessions/{id}/messages", Action.CHANGE),
            Map.entry("GET /api/sessions/{id}/documents", Action.SEE),
            Map.entry("POST /api/sessions/{id}/documents", Action.CHANGE),
            Map.entry("GET /api/sessions/{id}/documents/{document}", Action.SEE));

    /** Which roles may; these are about no session in particular. */
    static final Map<String, Set<String>> OF_ROLES = Map.of(
            "POST /api/sessions", Set.of("agent", "system"),
            "GET /api/sessions", Set.of("agent", "supervisor", "system"),
            "GET /api/sessions/export", Set.of("agent", "supervisor", "system"),
            "GET /api/stream", Set.of("agent", "supervisor", "system"),
            "GET /api/events", Set.of("system"),
            "POST /api/events/replay", Set.of("admin", "system"),
            "GET /api/session-settings", Set.of("agent"));

    /** Opened by a link, or by the cookie of who has joined, and by no token. */
    static final Set<String> OF_THE_CUSTOMER = Set.of(
            "GET /api/join/{token}",
            "POST /api/join/{token}",
            "POST /api/join/{token}/otp",
            "POST /api/join/{token}/new-link",
            "GET /api/room",
            "GET /api/room/assets/{asset}/content",
            "GET /api/room/stream",
            "GET /api/room/messages",
            "POST /api/room/messages",
            "GET /api/room/documents",
            "POST /api/room/documents",
            "GET /api/room/documents/{document}",
            "POST /api/room/workflows/{workflow}/steps/{step}");

    /** For everybody; nothing in them is anybody's. */
    static final Set<String> OPEN =
            Set.of("GET /problems", "GET /problems/{name}", "GET /j/{token}", "GET /room/{version}/{name}");

    /** What a command is told so that only its caller can be wrong about it. */
    public static final Map<String, String> BODIES = Map.of(
            "POST /api/sessions",
                    "{\"owner\":\"carol\",\"customer\":{\"name\":\"Anna\",\"email\":\"anna@example.org\","
                            + "\"locale\":\"de\",\"zone\":\"Europe/Berlin\"},\"externalId\":\"x\",\"metadata\":{\"a\":\"b\"},"
                            + "\"assets\":[],\"workflows\":[],\"plan\":false}",
            "PATCH /api/sessions/{id}", "{\"externalId\":\"matrix\"}",
            "POST /api/sessions/{id}/re-engage",
                    "{\"customer\":{\"name\":\"Bea Bright\",\"email\":\"bea@example.org\"}}",
            "POST /api/sessions/{id}/transfer", "{\"owner\":\"carol\"}",
            "POST /api/sessions/{id}/restart-workflow", "{\"workflow\":\"{workflow}\"}",
            "POST /api/room/messages", "{\"text\":\"Hello.\"}",
            "POST /api/sessions/{id}/messages", "{\"text\":\"Hello.\"}",
            "POST /api/sessions/{id}/assets", "{\"asset\":\"01987d3e-7000-7000-8000-000000000004\"}",
            "POST /api/sessions/{id}/workflows", "{\"workflow\":\"01987d3e-8000-7000-8000-000000000001\"}");

    private Doors() {}
}
