package io.parley.story;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;

import io.parley.local.port.Port;
import io.parley.operate.Operate;
import io.parley.story.installation.Installation;

import static org.assertj.core.api.Assertions.assertThat;

/** One with a shell: what they type, and what they then see. */
record AnOperator(Map<String, String> environment) {

    /** What a command ended with and said. */
    record Said(int exit, String out, String err) {
        Said out(String... words) {
            assertThat(out).contains(words);
            return this;
        }
    }

    /** With the client that the operators have. */
    static AnOperator atWork() {
        return new AnOperator(Map.of())
                .with("PARLEY_SESSION_URL", Installation.http(Port.SESSION))
                .with("PARLEY_NOTIFICATION_URL", Installation.http(Port.NOTIFICATION))
                .with("PARLEY_TEAM_SETTINGS_URL", Installation.http(Port.TEAM_SETTINGS))
                .with("PARLEY_ISSUER", Installation.http(Port.OIDC) + "/realms/parley")
                .with("PARLEY_CLIENT_SECRET", "parley-operate");
    }

    AnOperator with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new AnOperator(more);
    }

    Said types(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = Operate.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Said(exit, out.toString(), err.toString());
    }
}
