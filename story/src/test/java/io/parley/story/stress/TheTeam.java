package io.parley.story.stress;

import java.util.UUID;

/** A team whose clocks run in seconds, with two agents, one asset and one workflow. */
record TheTeam(String asset, String workflow, String one, String other) {

    static TheTeam found(Caller caller) {
        var team = withSettings(caller, """
            {"link":{"lifetime":"PT2S"},
             "session":{"endAfterInactivity":"PT3S","renewableFor":"PT2S",
                        "accessAfterEnd":{"mode":"FULL","duration":"PT1S"}}}
            """);
        var asset = made(
                caller,
                "/api/assets",
                "{\"teams\":[\"%s\"],\"kind\":\"TEXT\",\"name\":\"Hello\",\"text\":\"Hello.\"}".formatted(team));
        caller.administer("POST", "/api/assets/" + asset + "/publish", "{}");
        var workflow = made(caller, "/api/workflows", """
            {"teams":["%s"],"name":"Sign twice","expiresAfter":"PT2S",
             "steps":[{"id":"s1","name":"Sign","kind":"SIGN"},{"id":"s2","name":"Sign again","kind":"SIGN"}]}
            """.formatted(team));
        caller.administer("POST", "/api/workflows/" + workflow + "/publish", "{}");
        return new TheTeam(asset, workflow, member(caller, team), member(caller, team));
    }

    /** The team's id. */
    static String withSettings(Caller caller, String settings) {
        var team = made(caller, "/api/teams", "{\"name\":\"Stress " + UUID.randomUUID() + "\"}");
        caller.administer("PATCH", "/api/teams/" + team + "/settings", settings);
        return team;
    }

    private static String made(Caller caller, String path, String body) {
        return caller.administer("POST", path, body).get("id").asText();
    }

    static String member(Caller caller, String team) {
        var subject = "agent-" + UUID.randomUUID();
        caller.administer(
                "PUT",
                "/api/members/" + subject,
                "{\"name\":\"Agent\",\"email\":\"agent@example.org\",\"mainTeam\":\"" + team + "\"}");
        return subject;
    }
}
