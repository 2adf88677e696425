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

/** Sends past events to a topic of their own, part by part, to the end. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        header = "Sends past events of sessions once more.",
        description =
                "To a topic of their own, with the same ids and bytes, in order. The topic must be there, and its name must"
                        + " begin as session-service is told (PARLEY_REPLAY_TOPIC_PREFIX, parley.replay.). Role system or admin.")
final class ReplayEvents implements Runnable {

    @ParentCommand
    private Operate operate;

    @Option(names = "--topic", required = true, paramLabel = "NAME", description = "such as parley.replay.warehouse")
    private String topic;

    @Option(names = "--session", paramLabel = "ID", description = "of this session only")
    private UUID session;

    @Mixin
    private Period period;

    @Option(names = "--type", paramLabel = "TYPE", description = "of this type only, as parley.session.ended.v1")
    private String type;

    @Option(names = "--after", paramLabel = "CURSOR", description = "go on where a replay that failed had come to")
    private String after;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var body = new LinkedHashMap<String, Object>();
        body.put("topic", topic);
        body.put("session", session);
        body.put("from", period.from());
        body.put("to", period.to());
        body.put("type", type);
        body.put("after", after);
        long sent = new Replay(operate, spec, Server.SESSION, "/api/events/replay").send(body);
        if (!operate.screen().isForPrograms()) {
            operate.screen().say(sent + " events are on " + topic + ".");
        }
    }
}
