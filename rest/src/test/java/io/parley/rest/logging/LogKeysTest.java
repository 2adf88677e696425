package io.parley.rest.logging;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogKeysTest {

    @Test
    void keysOfAMessageAreFields() {
        var record = record("A delivery is tried again: sessionId=%s eventId=%s error=java.io.IOException: cut off");

        assertThat(new LogKeys().isLoggable(record)).isTrue();

        assertThat(record.getMdc("sessionId")).isEqualTo("one");
        assertThat(record.getMdc("eventId")).isEqualTo("two");
        assertThat(record.getMdc("error")).isEqualTo("java.io.IOException: cut off");
    }

    @Test
    void othersAreNot() {
        var record = record("Installed 2=3 features, notTheSessionId=%s %s");

        new LogKeys().isLoggable(record);

        assertThat(record.getMdcCopy()).isEmpty();
    }

    private static ExtLogRecord record(String format) {
        var record = new ExtLogRecord(Level.INFO, format, ExtLogRecord.FormatStyle.PRINTF, "test");
        record.setParameters(new Object[] {"one", "two"});
        return record;
    }
}
