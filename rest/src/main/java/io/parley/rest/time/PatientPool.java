package io.parley.rest.time;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;

/**
 * Nobody waits for a connection for longer than for an answer, and no connection waits for ever for a database that is
 * not there any more and could not say so.
 */
@Singleton
class PatientPool implements PgPoolCreator {

    /** Twice what the server lets a statement take (statement_timeout): only the dead are silent for so long. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final RequestsConfig config;

    PatientPool(RequestsConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(database -> database.setIdleTimeout((int) SILENCE.toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS));
        var pool = input.poolOptions()
                .setConnectionTimeout((int) config.limit().toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .with(pool)
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
