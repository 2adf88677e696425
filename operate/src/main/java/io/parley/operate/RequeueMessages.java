package io.parley.operate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.UUID;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import io.parley.operate.http.Server;

/** Makes waiting messages due now. */
@Command(
        name = "requeue",
        mixinStandardHelpOptions = true,
        header = "Tries waiting messages at once.",
        description =
                "All that wait, or those for which everything given holds. What has its outcome keeps it. Role admin or"
                        + " system.")
final class RequeueMessages implements Runnable {

    @ParentCommand
    private Operate operate;

    @Option(names = "--session", paramLabel = "ID", description = "those of this session")
    private UUID session;

    @Option(names = "--channel", description = "email or sms")
    private Channel channel;

    @Option(names = "--team", paramLabel = "ID", description = "those of sessions of this home team")
    private UUID team;

    @Option(names = "--gateway", paramLabel = "NAME", description = "those that this gateway had last")
    private String gateway;

    @Option(names = "--dead-letters", description = "and tries the events again that could not be worked off")
    private boolean deadLetters;

    @Override
    public void run() {
        var body = new LinkedHashMap<String, Object>();
        body.put("session", session);
        body.put("channel", channel == null ? null : channel.name().toUpperCase(Locale.ROOT));
        body.put("team", team);
        body.put("gateway", gateway);
        body.put("deadLetters", deadLetters);
        body.values().removeIf(value -> value == null);
        var answer = operate.calls().post(Server.NOTIFICATION, "/api/notifications/requeue", body);
        if (operate.screen().isForPrograms()) {
            operate.screen().show(answer);
            return;
        }
        operate.screen()
                .say(answer.json().at("messages").text() + " messages are due now, "
                        + answer.json().at("deadLetters").text() + " dead letters could be worked off.");
    }
}
