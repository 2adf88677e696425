package io.parley.operate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import io.parley.operate.http.Failure;
import io.parley.operate.http.Json;
import io.parley.operate.http.Server;
import io.parley.operate.show.Table;

/** Proves for a period that each request for a message has come to its one end, or names those that have not. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        header = "Proves that no message was lost.",
        description =
                "Ends with 0 if each request of the period has its outcome, with 1 if some have none or could not even be"
                        + " read. Role admin or system.")
final class AuditMessages implements Callable<Integer> {

    private static final Map<String, String> MEANINGS = meanings();

    @ParentCommand
    private Operate operate;

    @Mixin
    private Period period;

    @Option(names = "--all", description = "list all requests, not only those without an outcome")
    private boolean all;

    @Option(names = "--limit", paramLabel = "N", description = "how many to list, 100 at the most. Default: 20")
    private int limit = 20;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "list from where the page before ended")
    private String cursor;

    @Override
    public Integer call() {
        var query = new LinkedHashMap<String, Object>();
        query.put("from", period.from());
        query.put("to", period.to());
        query.put("open", !all);
        query.put("limit", limit);
        query.put("cursor", cursor);
        var answer = operate.calls().get(Server.NOTIFICATION, "/api/audit", query);
        var audit = answer.json();
        if (operate.screen().isForPrograms()) {
            operate.screen().show(answer);
        } else {
            operate.screen().say(words(audit));
        }
        return isClean(audit) ? 0 : Failure.REFUSED;
    }

    private static boolean isClean(Json audit) {
        return audit.at("unresolved").number() == 0 && audit.at("deadLetters").number() == 0;
    }

    private String words(Json audit) {
        var outcomes = new Table("requests", "outcome", "meaning");
        outcomes.row(audit.at("requests").text(), "in all", "");
        MEANINGS.forEach((state, meaning) -> {
            var count = audit.at("outcomes").at(state);
            if (!count.isEmpty()) {
                outcomes.row(count.text(), state, meaning);
            }
        });
        return "Message requests" + period.words() + "\n\n" + outcomes.text() + "\n\n"
                + audit.at("duplicated").text()
                + " handed over again, since nobody could know whether the first time had succeeded\n"
                + audit.at("deadLetters").text() + " events that nobody could read (operate dead-letters)\n\n"
                + list(audit.at("items").items(), audit.at("nextCursor").text()) + verdict(audit);
    }

    private static String list(List<Json> items, String next) {
        if (items.isEmpty()) {
            return "";
        }
        var table = new Table("requested at", "channel", "kind", "state", "reason", "attempts", "session", "message");
        items.forEach(item -> table.row(
                item.at("requestedAt").text(),
                item.at("channel").text(),
                item.at("kind").text(),
                item.at("state").text(),
                item.at("reason").text(),
                item.at("attempts").text(),
                item.at("sessionId").text(),
                item.at("messageId").text()));
        return table.text() + (next.isEmpty() ? "" : "\nmore: --cursor " + next) + "\n\n";
    }

    private static String verdict(Json audit) {
        var requests = audit.at("requests").number();
        if (!isClean(audit)) {
            return "NOT PROVED: " + audit.at("unresolved").text() + " of " + requests
                    + " requests have no outcome yet, "
                    + audit.at("deadLetters").text() + " events could not be read.";
        }
        return requests == 0
                ? "There was no request in this period: nothing is lost, and nothing is proved."
                : "Nothing is lost: each of " + requests + " requests has its one outcome.";
    }

    private static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        meanings.put("DELIVERED", "a receipt says so");
        meanings.put("SENT", "a gateway has it, and sends no receipt or has not yet");
        meanings.put("UNDELIVERED", "refused, bounced, over a limit or out of time: the agent was told");
        meanings.put("SUPERSEDED", "another message took its place");
        meanings.put("CANCELLED", "no longer wanted");
        meanings.put("REQUESTED", "NOT AT ITS END: waits for its next try");
        meanings.put("SENDING", "NOT AT ITS END: being handed over");
        return meanings;
    }
}
