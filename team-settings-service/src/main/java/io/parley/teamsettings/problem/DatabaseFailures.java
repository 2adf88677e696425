package io.parley.teamsettings.problem;

import java.net.ConnectException;
import java.util.stream.Stream;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;

/** Which problem a failure of the database is: a race that somebody lost, its absence, or a fault of ours. */
final class DatabaseFailures {

    private DatabaseFailures() {}

    static ProblemType type(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .map(DatabaseFailures::typeOf)
                .filter(type -> type != ProblemType.INTERNAL_ERROR)
                .findFirst()
                .orElse(ProblemType.INTERNAL_ERROR);
    }

    private static ProblemType typeOf(Throwable failure) {
        if (failure instanceof PgException) {
            return ofState(String.valueOf(((PgException) failure).getSqlState()));
        }
        var isAway = failure instanceof ConnectException
                || failure instanceof ClosedConnectionException
                || failure instanceof VertxException && "Connection was closed".equals(failure.getMessage());
        return isAway ? ProblemType.UNAVAILABLE : ProblemType.INTERNAL_ERROR;
    }

    private static ProblemType ofState(String state) {
        if (state.startsWith("23") || state.startsWith("40")) {
            return ProblemType.CONFLICT;
        }
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57")
                ? ProblemType.UNAVAILABLE
                : ProblemType.INTERNAL_ERROR;
    }
}
