package io.parley.rest.logging;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import io.vertx.core.http.HttpClosedException;
import org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandlerTwin;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeftStreamsTest {

    @Test
    void whoHasLeftIsNoError() {
        assertThat(isSaid(new ClosedChannelException())).isFalse();
        assertThat(isSaid(new IOException("Broken pipe"))).isFalse();
        assertThat(isSaid(new HttpClosedException("Connection was closed"))).isFalse();
    }

    @Test
    void whatFailedOnOurSideIs() {
        assertThat(isSaid(new IllegalStateException("the stream's own"))).isTrue();
        assertThat(isSaid(null)).isTrue();
        assertThat(PublisherResponseHandlerTwin.onError(() -> isSaid(new IOException("Connection reset by peer"))))
                .isTrue();
    }

    private static boolean isSaid(Throwable thrown) {
        var record = new LogRecord(Level.SEVERE, "Exception in SSE server handling, impossible to send it to client");
        record.setThrown(thrown);
        return new LeftStreams().isLoggable(record);
    }
}
