package io.parley.teamsettings.content;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.rest.problem.Problem;

/** Files, each once, known by the hash of what is in it; stored and read in pieces, so past the ORM. */
@ApplicationScoped
public class Contents {

    private static final String ADD =
            "insert into content (sha256, content_type, size) values (?1, ?2, ?3) on conflict do nothing";
    private static final String ADD_PIECE = "insert into content_chunk (sha256, place, bytes) values (?1, ?2, ?3)";
    private static final String PIECE = "select bytes from content_chunk where sha256 = $1 and place = $2";

    private final Pool pool;
    private final Vertx vertx;
    private final ContentConfig config;

    Contents(Pool pool, Vertx vertx, ContentConfig config) {
        this.pool = pool;
        this.vertx = vertx;
        this.config = config;
    }

    /** In the caller's transaction. Refuses what is too large, and what is none of the kinds that are taken in. */
    public Uni<StoredContent> store(Path file) {
        return vertx.executeBlocking(() -> UploadedFile.inspect(file, config.documentLimit()))
                .call(this::store)
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

    private Uni<Void> store(UploadedFile file) {
        return add(file.content()).chain(added -> added == 0 ? Uni.createFrom().voidItem() : addPieces(file));
    }

    private static Uni<Integer> add(StoredContent content) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ADD)
                .setParameter(1, content.sha256())
                .setParameter(2, content.contentType())
                .setParameter(3, content.size())
                .executeUpdate());
    }

    private Uni<Void> addPieces(UploadedFile file) {
        return Multi.createFrom()
                .range(0, file.pieces())
                .onItem()
                .transformToUniAndConcatenate(place -> addPiece(file, place))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> addPiece(UploadedFile file, int place) {
        return vertx.executeBlocking(() -> file.piece(place))
                .chain(bytes -> Panache.getSession().chain(session -> session.createNativeQuery(ADD_PIECE)
                        .setParameter(1, file.content().sha256())
                        .setParameter(2, place)
                        .setParameter(3, bytes)
                        .executeUpdate()));
    }
}
