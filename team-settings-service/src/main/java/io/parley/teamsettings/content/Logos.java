package io.parley.teamsettings.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.problem.ProblemType;

/** Logos, known by their hash; PNG and JPEG only, for an SVG may carry a script. */
@ApplicationScoped
class Logos {

    private static final Set<String> PICTURES = Set.of(ContentKind.PNG, ContentKind.JPEG);

    private static final String ADD =
            "insert into logo (sha256, content_type, bytes) values (?1, ?2, ?3) on conflict do nothing";

    private final Pool pool;
    private final ContentConfig config;

    Logos(Pool pool, ContentConfig config) {
        this.pool = pool;
        this.config = config;
    }

    record Logo(String sha256, String contentType, byte[] bytes) {}

    @WithTransaction
    Uni<Logo> add(byte[] picture) {
        var logo = new Logo(sha256(picture), kind(picture), picture);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter(1, logo.sha256())
                        .setParameter(2, logo.contentType())
                        .setParameter(3, picture)
                        .executeUpdate())
                .replaceWith(logo);
    }

    Uni<Logo> get(String sha256) {
        return pool.preparedQuery("select content_type, bytes from logo where sha256 = $1")
                .execute(Tuple.of(sha256))
                .map(rows -> only(rows, sha256));
    }

    private String kind(byte[] picture) {
        if (picture.length > config.logoLimit()) {
            throw new Problem(
                    ProblemType.REQUEST_TOO_LARGE, "A logo may have at most " + config.logoLimit() + " bytes");
        }
        return ContentKind.of(picture)
                .filter(PICTURES::contains)
                .orElseThrow(
                        () -> new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "A logo is a PNG or a JPEG picture"));
    }

    private static Logo only(RowSet<Row> rows, String sha256) {
        if (rows.size() == 0) {
            throw Problem.notFound();
        }
        var row = rows.iterator().next();
        return new Logo(sha256, row.getString(0), row.getBuffer(1).getBytes());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
