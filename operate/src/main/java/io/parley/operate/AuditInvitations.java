package io.parley.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import io.parley.operate.http.Failure;
import io.parley.operate.http.Json;
import io.parley.operate.http.Server;
import io.parley.operate.show.Screen;
import io.parley.operate.show.Table;

/** Finds invitations that session-service has asked for and of which notification-service has never heard. */
@Command(
        name = "invitations",
        mixinStandardHelpOptions = true,
        header = "Finds invitations that notification-service never heard of.",
        description =
                "Compares two services: open sessions whose invitation waits to be sent, and of which notification-service"
                        + " knows nothing. In a running Parley there are none; after the loss of Kafka or of a database there may"
                        + " be. Ends with 1 if some are left. Role system.")
final class AuditInvitations implements Callable<Integer> {

    @ParentCommand
    private Operate operate;

    @Option(
            names = "--settle",
            paramLabel = "DURATION",
            description = "leaves out what was asked for within so long before now. Default: PT10M")
    private Duration settle = Duration.ofMinutes(10);

    @Option(names = "--resend", description = "sends a new invitation to each that is found; its old link dies")
    private boolean resend;

    @Override
    public Integer call() {
        if (operate.screen().output() == Screen.Output.JSON) {
            throw Failure.misused("No one answer of a service holds this; there is no json of it.");
        }
        var lost = new ArrayList<Json>();
        for (var state : List.of("INVITED", "ACTIVE")) {
            find(state, lost);
        }
        if (lost.isEmpty()) {
            operate.screen().say("notification-service knows of every invitation that waits to be sent.");
            return 0;
        }
        operate.screen().say(table(lost));
        if (resend) {
            lost.forEach(session -> operate.calls()
                    .post(Server.SESSION, "/api/sessions/" + session.at("id").text() + "/resend", Map.of()));
            operate.screen().say("\n" + lost.size() + " were sent again.");
            return 0;
        }
        operate.screen().say("\nLOST: " + lost.size() + " invitations were never sent. --resend sends them again.");
        return Failure.REFUSED;
    }

    private void find(String state, List<Json> lost) {
        var query = new LinkedHashMap<String, Object>();
        query.put("scope", "all");
        query.put("state", state);
        query.put("limit", 100);
        do {
            var page =
                    operate.calls().get(Server.SESSION, "/api/sessions", query).json();
            page.at("items").items().stream()
                    .filter(this::isWaiting)
                    .filter(this::isUnknown)
                    .forEach(lost::add);
            query.put("cursor", page.at("nextCursor").value());
        } while (query.get("cursor") != null);
    }

    private boolean isWaiting(Json session) {
        var invitation = session.at("invitation");
        return invitation.at("state").text().equals("REQUESTED")
                && !invitation.at("channel").text().equals("EXTERNAL")
                && Instant.parse(invitation.at("requestedAt").text())
                        .isBefore(Instant.now().minus(settle));
    }

    private boolean isUnknown(Json session) {
        var messages = operate.calls()
                .get(
                        Server.NOTIFICATION,
                        "/api/notifications",
                        Map.of("session", session.at("id").text()));
        return messages.json().at("items").items().stream().noneMatch(message -> message.at("invitationId")
                .text()
                .equals(session.at("invitation").at("id").text()));
    }

    private static String table(List<Json> lost) {
        var table = new Table("requested at", "channel", "owner", "session", "invitation");
        lost.forEach(session -> table.row(
                session.at("invitation").at("requestedAt").text(),
                session.at("invitation").at("channel").text(),
                session.at("owner").text(),
                session.at("id").text(),
                session.at("invitation").at("id").text()));
        return table.text();
    }
}
