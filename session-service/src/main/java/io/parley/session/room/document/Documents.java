package io.parley.session.room.document;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

import io.parley.rest.problem.Problem;
import io.parley.session.problem.ProblemType;
import io.parley.session.session.model.content.Document.Uploader;

/** All documents of all sessions. */
@ApplicationScoped
public class Documents implements PanacheRepositoryBase<DocumentRow, DocumentRow.Key> {

    private static final String ADD_PIECE =
            "insert into document_piece (session_id, document_id, place, bytes) values (?1, ?2, ?3, ?4)";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Vertx vertx;

    Documents(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Whether the customer uploaded it for this step. */
    public Uni<Boolean> isOfStep(UUID session, UUID document, UUID workflow, String step) {
        return count(
                        "sessionId = ?1 and id = ?2 and workflowId = ?3 and step = ?4 and uploadedBy = ?5",
                        session,
                        document,
                        workflow,
                        step,
                        Uploader.CUSTOMER)
                .map(found -> found > 0);
    }

    Uni<List<DocumentRow>> of(UUID session) {
        return list("sessionId = ?1 order by id", session);
    }

    /** @param after null for the first */
    Uni<List<DocumentRow>> of(UUID session, UUID after, int most) {
        return find("sessionId = ?1 and id > ?2 order by id", session, after == null ? BEFORE_ALL : after)
                .page(Page.ofSize(most))
                .list();
    }

    /** @throws Problem (in the Uni) where the session has none of this id */
    Uni<DocumentRow> get(UUID session, UUID document) {
        return find("sessionId = ?1 and id = ?2", session, document)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(ProblemType.DOCUMENT_UNKNOWN, null));
    }

    /**
     * Writes the bytes in the caller's transaction. Callers do so before they lock the session, which is not to wait for
     * a large file.
     */
    Uni<Void> addPieces(UUID session, UUID document, Upload upload) {
        return Multi.createFrom()
                .range(0, upload.pieces())
                .onItem()
                .transformToUniAndConcatenate(place -> addPiece(session, document, upload, place))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> addPiece(UUID session, UUID document, Upload upload, int place) {
        return vertx.executeBlocking(() -> upload.piece(place))
                .chain(bytes -> Panache.getSession().chain(s -> s.createNativeQuery(ADD_PIECE)
                        .setParameter(1, session)
                        .setParameter(2, document)
                        .setParameter(3, place)
                        .setParameter(4, bytes)
                        .executeUpdate()));
    }
}
