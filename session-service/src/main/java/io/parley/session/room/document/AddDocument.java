package io.parley.session.room.document;

import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

import io.parley.rest.problem.Problem;
import io.parley.session.access.Action;
import io.parley.session.access.Caller;
import io.parley.session.room.RoomDoor;
import io.parley.session.session.Sessions;
import io.parley.session.session.model.AgentSide;
import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.content.Document;
import io.parley.session.session.model.content.Document.Uploader;
import io.parley.session.session.view.Target;
import io.parley.session.timer.DatabaseClock;

/** Puts a document into a session, whole and told of, or not at all. */
@ApplicationScoped
class AddDocument {

    private final RoomDoor door;
    private final Sessions sessions;
    private final Documents documents;
    private final DatabaseClock clock;
    private final DocumentConfig config;
    private final Vertx vertx;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    AddDocument(
            RoomDoor door,
            Sessions sessions,
            Documents documents,
            DatabaseClock clock,
            DocumentConfig config,
            Vertx vertx) {
        this.door = door;
        this.sessions = sessions;
        this.documents = documents;
        this.clock = clock;
        this.config = config;
        this.vertx = vertx;
    }

    Uni<Upload> inspect(DocumentForm form) {
        return vertx.executeBlocking(() -> Upload.inspect(form, config.limit()));
    }

    /** @param session that the cookie was found to be in */
    @WithTransaction
    Uni<DocumentRow> byCustomer(UUID session, String cookie, Upload upload) {
        var document = document(upload, Uploader.CUSTOMER);
        return documents
                .addPieces(session, document.id(), upload)
                .chain(() -> door.enterToChange(cookie))
                .invoke(side -> requireStep(side, upload))
                .chain(side -> add(side.addDocument(document), document, upload));
    }

    @WithTransaction
    Uni<DocumentRow> byAgent(Target target, Caller caller, Upload upload) {
        var document = document(upload, Uploader.AGENT);
        Function<Session, Session> added =
                session -> AgentSide.of(session, caller.to(Action.CHANGE, session), clock.instant())
                        .addDocument(document);
        return documents
                .addPieces(target.id(), document.id(), upload)
                .chain(() -> sessions.getForUpdate(target, caller))
                .map(added)
                .chain(session -> add(session, document, upload));
    }

    private Uni<DocumentRow> add(Session session, Document document, Upload upload) {
        var row = new DocumentRow(session.id(), document, upload, clock.instant());
        return sessions.save(session).chain(() -> documents.persist(row));
    }

    private Document document(Upload upload, Uploader uploader) {
        return new Document(
                ids.generate(), uploader, upload.size(), upload.kind().mediaType());
    }

    /** A document that is for a step is for one that there is. */
    private static void requireStep(CustomerSide side, Upload upload) {
        if (upload.workflow() == null && upload.step() == null) {
            return;
        }
        boolean known = upload.step() != null
                && side.session().content().workflows().stream()
                        .anyMatch(w -> w.id().equals(upload.workflow())
                                && w.step(upload.step())
                                        .filter(s -> s.kind().equals("UPLOAD"))
                                        .isPresent());
        if (!known) {
            throw Problem.invalid("/step", "must be, with workflow, a step of this session that takes a document");
        }
    }
}
