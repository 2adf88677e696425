package io.parley.session.session;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.session.access.Caller;
import io.parley.session.access.SessionHidden;
import io.parley.session.history.CustomerWords;
import io.parley.session.limit.TextBudgets;
import io.parley.session.outbox.Outbox;
import io.parley.session.outbox.OutgoingEvent;
import io.parley.session.publishing.Publishing;
import io.parley.session.session.model.Session;
import io.parley.session.session.view.Target;
import io.parley.session.settings.Snapshots;
import io.parley.session.timeline.Timeline;
import io.parley.session.timer.DatabaseClock;

/** All sessions. What is saved is saved with its timeline and its events, or not at all. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<SessionRow, UUID> {

    private static final String GLANCE = "select version, sequence, document from session where id = ?1";

    private final Timeline timeline;
    private final Outbox outbox;
    private final Publishing publishing;
    private final Snapshots snapshots;
    private final CustomerWords words;
    private final DatabaseClock clock;
    private final Pool pool;
    private final TextBudgets texts;

    Sessions(
            Timeline timeline,
            Outbox outbox,
            Publishing publishing,
            Snapshots snapshots,
            CustomerWords words,
            DatabaseClock clock,
            Pool pool,
            TextBudgets texts) {
        this.timeline = timeline;
        this.outbox = outbox;
        this.publishing = publishing;
        this.snapshots = snapshots;
        this.words = words;
        this.clock = clock;
        this.pool = pool;
        this.texts = texts;
    }

    /** @throws SessionHidden (in the Uni) where there is none */
    public Uni<Session> get(UUID id) {
        return findById(id).onItem().ifNull().failWith(SessionHidden::new).map(SessionDocument::read);
    }

    /**
     * The session as it is now, which the ORM does not remember: whoever locks it later in the same transaction, as under
     * an Idempotency-Key, would else be given what was found at first.
     *
     * @throws SessionHidden (in the Uni) where there is none
     */
    public Uni<Session> glance(UUID id) {
        return getSession()
                .chain(orm -> orm.createNativeQuery(GLANCE, Object[].class)
                        .setParameter(1, id)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(SessionHidden::new)
                .map(row -> SessionDocument.read(SessionRow.glanced(id, row)));
    }

    /**
     * The session, locked until the transaction ends: commands to one session follow each other.
     *
     * @throws SessionHidden (in the Uni) where there is none
     */
    public Uni<Session> getForUpdate(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(SessionHidden::new)
                .map(SessionDocument::read);
    }

    /**
     * The same for somebody who names the version that they know.
     *
     * @throws SessionHidden (in the Uni) where there is none that the caller may know of, whatever version is named
     * @throws IfMatch.Stale (in the Uni) where the caller named another version
     */
    public Uni<Session> getForUpdate(Target target, Caller caller) {
        return getForUpdate(target.id())
                .invoke(caller::requireSight)
                .invoke(session -> target.require(session.journal().version()));
    }

    /** Sessions that a statement finds, in its order; past the ORM, which can't say it (docs/adr/0006). */
    public Uni<List<Session>> search(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> SessionDocument.read(SessionRow.of(row)))
                .toList());
    }

    /** Writes a session that was read for update, and answers it as it is stored now. */
    public Uni<Session> save(Session session) {
        return findById(session.id()).chain(row -> save(session, row));
    }

    /** Stores a new session in the caller's transaction. */
    public Uni<Session> add(Session session) {
        return persist(new SessionRow().take(session, SessionDocument.write(session)))
                .call(this::saveWords)
                .chain(row -> record(session, row));
    }

    private Uni<Session> save(Session session, SessionRow row) {
        String document = SessionDocument.write(session);
        if (document.equals(row.document) && session.journal().isEmpty()) {
            return Uni.createFrom().item(session);
        }
        boolean known = row.isFoundLike(session);
        row.take(session, document);
        return known ? record(session, row) : saveWords(row).chain(() -> record(session, row));
    }

    private Uni<Void> saveWords(SessionRow row) {
        return words.replace(row.id, row.customerName, row.owner, row.homeTeam);
    }

    private Uni<Session> record(Session session, SessionRow row) {
        var events = publishing.events(session);
        return timeline.append(events)
                .chain(() -> outbox.append(events))
                .chain(() -> saveMessages(session, events))
                .chain(() -> texts.take(session))
                .map(nothing -> SessionDocument.stored(session, row));
    }

    private Uni<Void> saveMessages(Session session, List<OutgoingEvent> events) {
        if (session.journal().messages().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return snapshots
                .pinned(session.origin().settings().hash())
                .map(snapshot -> publishing.messages(session, snapshot, clock.instant(), events))
                .chain(outbox::append);
    }
}
