package io.parley.teamsettings.content;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.rest.problem.Problem;

/** Files, each once, known by the hash of what is in it; stored and read in pieces, so past the ORM. */
@ApplicationScoped
public class Contents {

    private static final String ADD =
            "insert into content (sha256, content_type, size) values ($1, $2, $3) on conflict do nothing";
    private static final String ADD_PIECE = "insert into content_chunk (sha256, place, bytes) values ($1, $2, $3)";
    private static final String PIECE = "select bytes from content_chunk where sha256 = $1 and place = $2";

    private final Pool pool;
    private final ContentConfig config;

    Contents(Pool pool, ContentConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Refuses what is too large, and what is none of the kinds that are taken in. */
    public Uni<StoredContent> store(Path file) {
        return Uni.createFrom()
                .item(() -> UploadedFile.inspect(file, config.documentLimit()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .call(inspected -> pool.withTransaction(connection -> store(inspected, connection)))
                .map(UploadedFile::content);
    }

    public Uni<StoredContent> find(String sha256) {
        return pool.preparedQuery("select sha256, content_type, size from content where sha256 = $1")
                .execute(Tuple.of(sha256))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next())
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .map(row -> new StoredContent(row.getString(0), row.getString(1), row.getLong(2)));
    }

    /** The pieces one after the other, each when the reader wants it. */
    public Multi<Buffer> read(String sha256) {
        return Multi.createBy()
                .repeating()
                .uni(AtomicInteger::new, place -> piece(sha256, place.getAndIncrement()))
                .whilst(piece -> piece.length() == UploadedFile.PIECE)
                .filter(piece -> piece.length() > 0);
    }

    private Uni<Buffer> piece(String sha256, int place) {
        return pool.preparedQuery(PIECE)
                .execute(Tuple.of(sha256, place))
                .map(rows -> rows.size() == 0
                        ? Buffer.buffer()
                        : rows.iterator().next().getBuffer(0));
    }

    private static Uni<Void> store(UploadedFile file, SqlConnection connection) {
        var content = file.content();
        return connection
                .preparedQuery(ADD)
                .execute(Tuple.of(content.sha256(), content.contentType(), content.size()))
                .chain(added -> added.rowCount() == 0 ? Uni.createFrom().voidItem() : storePieces(file, connection));
    }

    private static Uni<Void> storePieces(UploadedFile file, SqlConnection connection) {
        var pieces = (int) ((file.content().size() + UploadedFile.PIECE - 1) / UploadedFile.PIECE);
        return Multi.createFrom()
                .range(0, pieces)
                .onItem()
                .transformToUniAndConcatenate(place -> storePiece(file, place, connection))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<?> storePiece(UploadedFile file, int place, SqlConnection connection) {
        return Uni.createFrom()
                .item(() -> file.piece(place))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(row -> connection.preparedQuery(ADD_PIECE).execute(row));
    }
}
