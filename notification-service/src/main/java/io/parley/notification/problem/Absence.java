package io.parley.notification.problem;

import java.io.IOException;
import java.util.stream.Stream;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;

/** Tells the absence of a part from a fault of ours. */
final class Absence {

    private Absence() {}

    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(Absence::is);
    }

    private static boolean is(Throwable failure) {
        if (failure instanceof PgException) {
            // Connection exceptions, too many connections, and the administrator's shutdown.
            var state = String.valueOf(((PgException) failure).getSqlState());
            return state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
        }
        return failure instanceof IOException
                || failure instanceof ClosedConnectionException
                || isOfALostConnection(failure);
    }

    /** The driver has no type for it, only words. */
    private static boolean isOfALostConnection(Throwable failure) {
        var said = String.valueOf(failure.getMessage());
        return (failure instanceof VertxException || failure instanceof NoStackTraceThrowable)
                && (said.startsWith("Connection was closed") || said.startsWith("Connection is not active"));
    }
}
