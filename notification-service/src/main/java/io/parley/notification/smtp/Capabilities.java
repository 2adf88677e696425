package io.parley.notification.smtp;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a relay says that it can do. */
record Capabilities(boolean startTls, boolean pipelining, Set<String> logins) {

    static final Capabilities NONE = new Capabilities(false, false, Set.of());

    /** @param lines of the answer to EHLO; the first is a greeting */
    static Capabilities of(List<String> lines) {
        var words = new HashSet<String>();
        var logins = new HashSet<String>();
        for (var line : lines.subList(1, lines.size())) {
            // Some old ones say AUTH=LOGIN
            var parts = line.toUpperCase(Locale.ROOT).split("[ =]+");
            words.add(parts[0]);
            if (parts[0].equals("AUTH")) {
                logins.addAll(Arrays.asList(parts));
            }
        }
        return new Capabilities(words.contains("STARTTLS"), words.contains("PIPELINING"), logins);
    }
}
