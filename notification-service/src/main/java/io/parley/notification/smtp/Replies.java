package io.parley.notification.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.vertx.core.buffer.Buffer;

/** Cuts what a relay sends into answers, of one line or several. */
final class Replies {

    /** A relay whose lines are longer, or whose answer has more of them, is none. */
    private static final int LONGEST = 1024;

    private static final int CODE = 3;

    private final Consumer<Reply> listener;
    private final List<String> lines = new ArrayList<>();
    private Buffer heard = Buffer.buffer();
    private int read;

    Replies(Consumer<Reply> listener) {
        this.listener = listener;
    }

    /** @throws IllegalArgumentException if this is not how a relay speaks */
    void read(Buffer bytes) {
        heard = hasUnread() ? heard.getBuffer(read, heard.length()).appendBuffer(bytes) : bytes;
        read = 0;
        for (var at = 0; at < heard.length(); at++) {
            if (heard.getByte(at) == '\n') {
                var line = heard.getString(read, at, StandardCharsets.ISO_8859_1.name());
                read = at + 1;
                readLine(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            }
        }
        if (heard.length() - read > LONGEST || lines.size() > LONGEST) {
            throw new IllegalArgumentException("too long");
        }
    }

    /** Whether more was said than what was told to the listener. */
    boolean hasUnread() {
        return read < heard.length();
    }

    private void readLine(String line) {
        if (line.length() < CODE || !line.chars().limit(CODE).allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new IllegalArgumentException("no code");
        }
        lines.add(line.substring(Math.min(line.length(), CODE + 1)));
        if (line.length() == CODE || line.charAt(CODE) != '-') {
            var reply = new Reply(Integer.parseInt(line.substring(0, CODE)), List.copyOf(lines));
            lines.clear();
            listener.accept(reply);
        }
    }
}
