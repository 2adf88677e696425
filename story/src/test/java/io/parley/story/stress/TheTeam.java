package io.parley.story.stress;

import java.util.UUID;

/** A team whose clocks run in seconds, with two agents, one asset and one workflow. */
record TheTeam(String asset, String workflow, String one, String other) {

    static TheTeam found(Caller caller) {
        var mark = UUID.randomUUID().toString();
        var team = made(caller, "/api/teams", "{\"name\":\"Stress " + mark + "\"}");
        caller.administer(
                "PATCH",
                "/api/teams/" + team + "/settings",
                "{\"link\":{\"lifetime\":\"PT5S\"},\"session\":{\"endAfterInactivity\":\"PT8S\"}}");
        var asset = made(
                caller,
                "/api/assets",
                "{\"teams\":[\"%s\"],\"kind\":\"TEXT\",\"name\":\"Hello\",\"text\":\"Hello.\"}".formatted(team));
        caller.administer("POST", "/api/assets/" + asset + "/publish", "{}");
        var workflow = made(caller, "/api/workflows", """
            {"teams":["%s"],"name":"Sign twice","expiresAfter":"PT4S",
             "steps":[{"id":"s1","name":"Sign","kind":"SIGN"},{"id":"s2","name":"Sign again","kind":"SIGN"}]}
            """.formatted(team));
        caller.administer("POST", "/api/workflows/" + workflow + "/publish", "{}");
        return new TheTeam(asset, workflow, member(caller, team, "one-" + mark), member(caller, team, "other-" + mark));
    }

    private static String made(Caller caller, String path, String body) {
        return caller.administer("POST", path, body).get("id").asText();
    }

    private static String member(Caller caller, String team, String subject) {
        caller.administer(
                "PUT",
                "/api/members/" + subject,
                "{\"name\":\"Agent\",\"email\":\"agent@example.org\",\"mainTeam\":\"" + team + "\"}");
        return subject;
    }
}
