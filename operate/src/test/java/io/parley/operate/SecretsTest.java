package io.parley.operate;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever goes wrong, neither a secret nor a token is among the words. */
class SecretsTest {

    private final StringWriter words = new StringWriter();

    @Test
    void aTokenThatIsNoneIsNotQuoted() {
        assertThat(audit(Map.of("PARLEY_TOKEN", "first-line\nsecond-line"))).isEqualTo(2);
        assertThat(words.toString()).contains("PARLEY_TOKEN").doesNotContain("first-line", "second-line");
    }

    @Test
    void neitherIsTheContentOfAFile(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("token"), "first line, second line");

        assertThat(audit(Map.of("PARLEY_TOKEN_FILE", file.toString()))).isEqualTo(2);
        assertThat(words.toString()).doesNotContain("first line");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(audit(Map.of("PARLEY_CLIENT_SECRET_FILE", "/nowhere/secret")))
                .isEqualTo(2);
        assertThat(words.toString()).contains("/nowhere/secret");
    }

    @Test
    void aSecretIsNotNamedWhereNobodyAnswers() {
        assertThat(audit(Map.of("PARLEY_CLIENT_SECRET", "very-secret"))).isEqualTo(3);
        assertThat(words.toString()).contains("does not answer").doesNotContain("very-secret");
    }

    private int audit(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("PARLEY_ISSUER", "http://localhost:1");
        all.put("PARLEY_NOTIFICATION_URL", "http://localhost:1");
        all.put("PARLEY_PATIENCE", "PT0S");
        return Operate.commandLine(all)
                .setOut(new PrintWriter(words, true))
                .setErr(new PrintWriter(words, true))
                .execute("audit");
    }
}
