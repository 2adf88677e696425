package io.parley.operate;

import java.util.LinkedHashMap;
import java.util.UUID;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import io.parley.operate.http.Server;

/** Has session-service told once more what became of messages, part by part, to the end. */
@Command(
        name = "deliveries",
        mixinStandardHelpOptions = true,
        header = "Tells session-service once more what became of messages.",
        description =
                "By parley.deliveries, with the same ids: what it has heard of it drops. After a loss of that topic. The"
                        + " period is that of the messages' requests. Role admin or system.")
final class ReplayDeliveries implements Runnable {

    @ParentCommand
    private Operate operate;

    @Option(names = "--session", paramLabel = "ID", description = "of this session only")
    private UUID session;

    @Mixin
    private Period period;

    @Option(names = "--after", paramLabel = "CURSOR", description = "go on where one that failed had come to")
    private String after;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var body = new LinkedHashMap<String, Object>();
        body.put("session", session);
        body.put("from", period.from());
        body.put("to", period.to());
        body.put("after", after);
        long sent = new Replay(operate, spec, Server.NOTIFICATION, "/api/notifications/replay").send(body);
        if (!operate.screen().isForPrograms()) {
            operate.screen().say("What became of " + sent + " messages is told once more.");
        }
    }
}
