package io.parley.operate;

import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

import io.parley.operate.http.Server;
import io.parley.operate.show.Table;

/** Shows which events notification-service could not work off, and why. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        header = "Shows the events that could not be worked off.",
        description =
                "Those of notification-service, oldest first, and why; at most 100. requeue --dead-letters tries them again."
                        + " Role admin or system.")
final class ListDeadLetters implements Runnable {

    @ParentCommand
    private Operate operate;

    @Override
    public void run() {
        var answer = operate.calls().get(Server.NOTIFICATION, "/api/dead-letters", Map.of());
        if (operate.screen().isForPrograms()) {
            operate.screen().show(answer);
            return;
        }
        var table = new Table("arrived at", "topic", "partition", "offset", "reason");
        var letters = answer.json().at("items").items();
        letters.forEach(letter -> table.row(
                letter.at("arrivedAt").text(),
                letter.at("topic").text(),
                letter.at("partition").text(),
                letter.at("offset").text(),
                letter.at("reason").text()));
        operate.screen().say(letters.isEmpty() ? "There are no dead letters." : table.text());
    }
}
