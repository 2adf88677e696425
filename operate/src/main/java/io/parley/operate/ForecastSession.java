package io.parley.operate;

import java.util.Map;
import java.util.UUID;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import io.parley.operate.http.Server;
import io.parley.operate.show.Table;

/** Shows what a session's clocks will do, and when. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        header = "Shows what the clocks of a session will do.",
        description =
                "If nobody does anything, soonest first. Role system, or an agent or supervisor who may see the session; not"
                        + " admin alone.")
final class ForecastSession implements Runnable {

    @ParentCommand
    private Operate operate;

    @Parameters(index = "0", paramLabel = "SESSION", description = "its id")
    private UUID session;

    @Override
    public void run() {
        var answer = operate.calls().get(Server.SESSION, "/api/sessions/" + session + "/forecast", Map.of());
        if (operate.screen().isForPrograms()) {
            operate.screen().show(answer);
            return;
        }
        var table = new Table("at", "clock", "event", "of");
        var strikes = answer.json().at("items").items();
        strikes.forEach(strike -> table.row(
                strike.at("at").text(),
                strike.at("clock").text(),
                strike.at("event").text(),
                strike.at("subject").text()));
        operate.screen().say(strikes.isEmpty() ? "No clock of this session runs." : table.text());
    }
}
