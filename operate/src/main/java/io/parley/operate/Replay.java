package io.parley.operate;

import java.util.Map;

import picocli.CommandLine.Model.CommandSpec;

import io.parley.operate.http.Failure;
import io.parley.operate.http.Json;
import io.parley.operate.http.Server;

/** Has past things sent once more, part by part, to the end; one that breaks off says how to go on. */
record Replay(Operate operate, CommandSpec spec, Server server, String path) {

    /**
     * @param body what to send; what of it is null is left out
     * @return how many were sent
     */
    long send(Map<String, Object> body) {
        body.values().removeIf(value -> value == null);
        long sent = 0;
        do {
            var answer = sendPart(body);
            sent += answer.at("replayed").number();
            body.put("after", answer.at("nextCursor").text());
        } while (!body.get("after").equals(""));
        return sent;
    }

    private Json sendPart(Map<String, Object> body) {
        try {
            var answer = operate.calls().post(server, path, body);
            if (operate.screen().isForPrograms()) {
                operate.screen().show(answer);
            }
            return answer.json();
        } catch (Failure failure) {
            if (body.get("after") != null) {
                spec.commandLine()
                        .getErr()
                        .println("What came before it is sent. Go on with: --after " + body.get("after"));
            }
            throw failure;
        }
    }
}
