package io.parley.session.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;

import io.parley.session.room.Browser;
import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

/** One session under random settings, that random commands and a random customer drive. */
final class ALife {

    private static final List<String> SETTINGS = List.of(
            "{}",
            "{\"session\":{\"singleActive\":true}}",
            "{\"session\":{\"contactReuse\":\"CONTINUE\"}}",
            "{\"session\":{\"endAfterInactivity\":\"PT1H\",\"renewableFor\":\"PT2H\"}}",
            "{\"session\":{\"accessAfterEnd\":{\"mode\":\"FULL\",\"duration\":\"never\"}}}",
            "{\"invitation\":{\"mode\":\"EXTERNAL\",\"contactRequired\":false}}",
            "{\"customer\":{\"authentication\":{\"method\":\"OTP\"}}}",
            "{\"link\":{\"lifetime\":\"PT1S\"}}",
            "{\"customer\":{\"consent\":{\"required\":true,\"text\":\"May we?\"}}}");
    private static final List<String> ASSETS = List.of(
            TeamSettings.TEXT_ASSET, "01987d3e-7000-7000-8000-000000000004", "01987d3e-0000-7000-8000-00000000dead");
    private static final List<String> WORKFLOWS =
            List.of(TeamSettings.WORKFLOW, TeamSettings.WORKFLOW, "01987d3e-0000-7000-8000-00000000dead");

    private final Random random;
    private final String owner;
    private final String email = Given.anEmail();
    private Browser browser;
    private String token;

    ALife(Random random) {
        this.random = random;
        this.owner = Given.anOwnerWithSettings(one(SETTINGS));
    }

    /** What starts it. */
    String beginning() {
        return """
            {"owner":"%s","plan":%b,"workflows":[%s],"assets":[%s],"externalId":"life","customer":%s}
            """.formatted(
                        owner,
                        random.nextInt(3) == 0,
                        random.nextBoolean() ? "\"" + TeamSettings.WORKFLOW + "\"" : "",
                        random.nextBoolean() ? "\"" + TeamSettings.TEXT_ASSET + "\"" : "",
                        customer(email));
    }

    /** Another start for the same owner. */
    String anotherBeginning() {
        return "{\"owner\":\"%s\",\"customer\":%s}"
                .formatted(owner, customer(random.nextBoolean() ? email : Given.anEmail()));
    }

    /** What a command is told; null for a command that is not known here. */
    String input(String command, JsonNode session) {
        switch (command.substring(command.lastIndexOf('/') + 1)) {
            case "{asset}":
            case "{workflow}":
            case "invite":
            case "resend":
            case "end":
            case "link":
                return "";
            case "{id}":
                return "{\"externalId\":\"" + one(List.of("life", "limb")) + "\"}";
            case "messages":
                return "{\"text\":\"Hello\"}";
            case "documents":
                return "Hello";
            case "re-engage":
                return "{\"customer\":" + customer(random.nextBoolean() ? Given.anEmail() : email) + "}";
            case "renew":
                return one(List.of("{}", "{\"notify\":false}", "{\"notify\":true}"));
            case "transfer":
                return "{\"owner\":\"" + one(List.of(owner, "carol", "bob")) + "\"}";
            case "assets":
                return "{\"asset\":\"" + one(ASSETS) + "\"}";
            case "workflows":
                return "{\"workflow\":\"" + one(WORKFLOWS) + "\"}";
            case "restart-workflow":
                return "{\"workflow\":\"" + first("workflows", session) + "\"}";
            default:
                return null;
        }
    }

    /** The first of those that are in the session, or one that is in none. */
    static String first(String list, JsonNode session) {
        return session.path(list).path(0).path("id").asText("01987d3e-0000-7000-8000-00000000dead");
    }

    /** What happens between two commands. */
    void meanwhile(String id) {
        switch (random.nextInt(6)) {
            case 0:
                var link = Given.asMachine().post("/api/sessions/{id}/link", id).<String>path("link");
                token = link == null ? token : link.substring(link.lastIndexOf('/') + 1);
                break;
            case 1:
                if (token != null) {
                    browser = browser == null ? new Browser() : browser;
                    browser.enter(token, Map.of("consent", true));
                }
                break;
            case 2:
                if (browser != null && browser.room().statusCode() == 200 && browser.workflow() != null) {
                    browser.complete(browser.workflow(), one(List.of("terms", "sign")), null);
                }
                break;
            case 3:
                if (token != null) {
                    new Browser().post("/api/join/" + token + "/" + one(List.of("otp", "new-link")));
                }
                break;
            default:
                break;
        }
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String customer(String email) {
        return "{\"name\":\"Anna Ames\",\"email\":\"%s\",\"phone\":\"+4915112345678\"}".formatted(email);
    }
}
