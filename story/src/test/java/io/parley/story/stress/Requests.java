package io.parley.story.stress;

import java.net.http.HttpRequest;

/** Each command as an HTTP request. */
record Requests(Caller caller, TheTeam team, Subject subject) {

    HttpRequest.Builder request(Command command, String about, String detail, String browser, int replica) {
        var session = "/api/sessions/" + subject.id();
        switch (command) {
            case INVITE:
            case RESEND:
            case END:
                return machine(replica, session + "/" + command.cause, "{}");
            case LINK:
                return machine(replica, session + "/link", "{}");
            case REENGAGE:
                return machine(
                        replica,
                        session + "/re-engage",
                        "{\"customer\":{\"name\":\"Bea\",\"email\":\"" + detail + "\"}}");
            case RENEW:
                return machine(replica, session + "/renew", "{\"notify\":" + !"quietly".equals(detail) + "}");
            case TRANSFER:
                return machine(replica, session + "/transfer", "{\"owner\":\"" + about + "\"}");
            case ADD_ASSET:
                return machine(replica, session + "/assets", "{\"asset\":\"" + team.asset() + "\"}");
            case ADD_WORKFLOW:
                return machine(replica, session + "/workflows", "{\"workflow\":\"" + team.workflow() + "\"}");
            case REMOVE_ASSET:
                return caller.request(replica, session + "/assets/" + about).DELETE();
            case REMOVE_WORKFLOW:
                return caller.request(replica, session + "/workflows/" + about).DELETE();
            case RESTART_WORKFLOW:
                return machine(replica, session + "/restart-workflow", "{\"workflow\":\"" + about + "\"}");
            case JOIN:
                return post(caller.anonymous(replica, "/api/join/" + about));
            case NEW_LINK:
                return post(caller.anonymous(replica, "/api/join/" + about + "/new-link"));
            case STEP:
                return caller.anonymous(replica, "/api/room/workflows/" + about + "/steps/" + detail)
                        .header("Cookie", browser)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"input\":{\"name\":\"Anna\"}}"));
            default:
                throw new IllegalArgumentException(command.name());
        }
    }

    /** As a browser would send it back. */
    static String cookie(String setCookie) {
        return setCookie.substring(0, setCookie.indexOf(';'));
    }

    private HttpRequest.Builder machine(int replica, String path, String body) {
        return caller.request(replica, path).POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder post(HttpRequest.Builder request) {
        return request.POST(HttpRequest.BodyPublishers.ofString("{}"));
    }
}
