package io.parley.notification.smtp;

import io.vertx.core.buffer.Buffer;

/** A mail's content as it goes over the line: a dot alone ends it, so that a line's first dot is doubled. */
final class Dots {

    private static final String END = ".\r\n";

    private Dots() {}

    static Buffer stuffed(byte[] content) {
        var stuffed = Buffer.buffer(content.length + 2 * END.length());
        var from = 0;
        for (var at = 0; at < content.length; at++) {
            if (content[at] == '.' && (at == 0 || content[at - 1] == '\n')) {
                stuffed.appendBytes(content, from, at - from).appendByte((byte) '.');
                from = at;
            }
        }
        stuffed.appendBytes(content, from, content.length - from);
        if (content.length > 0 && content[content.length - 1] != '\n') {
            stuffed.appendString("\r\n");
        }
        return stuffed.appendString(END);
    }
}
