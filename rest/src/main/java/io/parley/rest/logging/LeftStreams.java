package io.parley.rest.logging;

import java.io.IOException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpClosedException;
import org.jboss.logmanager.Logger;

/**
 * Who leaves a stream is no error. RESTEasy says one of each whose line is closed while something is being written to it,
 * by the same words as of a stream that failed on our side; those stay.
 */
@ApplicationScoped
public class LeftStreams implements Filter {

    private static final String HANDLER = "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler";
    private static final String OF_THE_STREAM_ITSELF = "onError";

    private final Logger logger = Logger.getLogger(HANDLER);

    void start(@Observes StartupEvent event) {
        logger.setFilter(this);
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        return !isOfALine(record.getThrown()) || comesFromTheStream();
    }

    private static boolean isOfALine(Throwable thrown) {
        return thrown instanceof IOException || thrown instanceof HttpClosedException;
    }

    /** A stream's own lines, such as that to the database, break by the same exceptions. */
    private static boolean comesFromTheStream() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(HANDLER)
                        && frame.getMethodName().equals(OF_THE_STREAM_ITSELF)));
    }
}
