package io.parley.rest.logging;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

import io.quarkus.logging.LoggingFilter;
import org.jboss.logmanager.ExtLogRecord;

/** Makes fields of a JSON line of what a message says of whom it is about: {@code sessionId=…}, {@code error=…}. */
@LoggingFilter(name = "keys")
public final class LogKeys implements Filter {

    /** The error comes last, and may have words. */
    private static final Pattern KEY =
            Pattern.compile("\\b(sessionId|eventId|messageId|traceId|team|channel)=([^\\s,]+)|\\b(error)=(.+)");

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record instanceof ExtLogRecord ours && ours.getFormattedMessage().indexOf('=') > 0) {
            addKeys(ours);
        }
        return true;
    }

    private static void addKeys(ExtLogRecord record) {
        var found = KEY.matcher(record.getFormattedMessage());
        while (found.find()) {
            boolean error = found.group(3) != null;
            record.putMdc(error ? found.group(3) : found.group(1), error ? found.group(4) : found.group(2));
        }
    }
}
