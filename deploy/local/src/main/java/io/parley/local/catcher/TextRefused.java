package io.parley.local.catcher;

import java.util.Map;
import java.util.regex.Pattern;

/** An error of Twilio's: a status and a code that clients decide by. */
final class TextRefused extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    /** Twilio's magic numbers: what its test accounts refuse is refused here. */
    private static final Map<String, Integer> MAGIC =
            Map.of("+15005550001", 21211, "+15005550004", 21610, "+15005550009", 21614);

    private final int status;
    private final int code;

    TextRefused(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static void checkNumber(String to) {
        int code = E164.matcher(to).matches() ? MAGIC.getOrDefault(to, 0) : 21211;
        if (code != 0) {
            throw new TextRefused(400, code, "The 'To' number cannot be texted.");
        }
    }

    int status() {
        return status;
    }

    Map<String, Object> answer() {
        return Map.of(
                "code",
                code,
                "message",
                getMessage(),
                "more_info",
                "https://www.twilio.com/docs/errors/" + code,
                "status",
                status);
    }
}
