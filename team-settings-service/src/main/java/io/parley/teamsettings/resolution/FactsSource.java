package io.parley.teamsettings.resolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.teamsettings.resolution.model.Facts;

/** Reads all that a resolution depends on in one statement; without the ORM, for every start of a session waits for it. */
@ApplicationScoped
class FactsSource {

    private static final String SQL = resource("/sql/facts.sql");

    private final Pool pool;
    private final FactsRow row;

    FactsSource(Pool pool, FactsRow row) {
        this.pool = pool;
        this.row = row;
    }

    Uni<Facts> of(String subject, UUID settingsTeam) {
        return pool.preparedQuery(SQL)
                .execute(Tuple.of(subject, settingsTeam))
                .map(rows -> row.facts(rows.iterator().next()));
    }

    private static String resource(String name) {
        try (var in = FactsSource.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
