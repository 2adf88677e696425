package io.parley.rest.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;

/** Which problem a failure of the database is: a race that somebody lost, its absence, or a fault of ours. */
final class DatabaseFailures {

    /** A text with a NUL character, which PostgreSQL does not keep. */
    private static final String TEXT_IT_CANNOT_KEEP = "22021";

    /** Classes of states: no connection, out of resources, a lock that was waited for in vain, intervention. */
    private static final Set<String> AWAY = Set.of("08", "53", "55", "57");

    private DatabaseFailures() {}

    static PlainProblem problem(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .map(DatabaseFailures::problemOf)
                .filter(problem -> problem != PlainProblem.INTERNAL_ERROR)
                .findFirst()
                .orElse(PlainProblem.INTERNAL_ERROR);
    }

    private static PlainProblem problemOf(Throwable failure) {
        if (failure instanceof PgException) {
            return ofState(String.valueOf(((PgException) failure).getSqlState()));
        }
        if (failure instanceof SQLException) {
            return ofState(String.valueOf(((SQLException) failure).getSQLState()));
        }
        // What Jackson cannot write is an IOException as well, and a fault of ours.
        var isAway = failure instanceof IOException && !(failure instanceof JsonProcessingException)
                || failure instanceof ClosedConnectionException
                || failure instanceof TimeoutException
                || isOfALostConnection(failure);
        return isAway ? PlainProblem.UNAVAILABLE : PlainProblem.INTERNAL_ERROR;
    }

    private static PlainProblem ofState(String state) {
        if (state.equals(TEXT_IT_CANNOT_KEEP)) {
            return PlainProblem.UNREADABLE_REQUEST;
        }
        if (state.startsWith("23") || state.startsWith("40")) {
            return PlainProblem.CONFLICT;
        }
        return AWAY.contains(state.substring(0, 2)) ? PlainProblem.UNAVAILABLE : PlainProblem.INTERNAL_ERROR;
    }

    /** The driver has no type for it, only words; the last one is of the pool, where none became free in time. */
    private static boolean isOfALostConnection(Throwable failure) {
        var said = String.valueOf(failure.getMessage());
        return (failure instanceof VertxException || failure instanceof NoStackTraceThrowable)
                && (said.startsWith("Connection was closed")
                        || said.startsWith("Connection is not active")
                        || said.startsWith("Timeout"));
    }
}
