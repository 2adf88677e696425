package io.parley.session.session;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;

import io.parley.session.access.Caller;
import io.parley.session.access.SessionHidden;
import io.parley.session.outbox.Outbox;
import io.parley.session.publishing.Publishing;
import io.parley.session.session.model.Session;
import io.parley.session.session.view.Target;
import io.parley.session.settings.Snapshots;
import io.parley.session.timeline.Timeline;
import io.parley.session.timer.DatabaseClock;

/** All sessions. What is saved is saved with its timeline and its events, or not at all. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<SessionRow, UUID> {

    private static final String CLAIM_DUE = "select * from session where due_at <= clock_timestamp()"
            + " order by due_at limit ?1 for update skip locked";

    private final Timeline timeline;
    private final Outbox outbox;
    private final Publishing publishing;
    private final Snapshots snapshots;
    private final DatabaseClock clock;

    Sessions(Timeline timeline, Outbox outbox, Publishing publishing, Snapshots snapshots, DatabaseClock clock) {
        this.timeline = timeline;
        this.outbox = outbox;
        this.publishing = publishing;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** @throws SessionHidden (in the Uni) where there is none */
    public Uni<Session> get(UUID id) {
        return findById(id).onItem().ifNull().failWith(SessionHidden::new).map(SessionDocument::read);
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

    /** Sessions that meet the conditions, newest first. */
    public Uni<List<Session>> search(String conditions, Map<String, Object> values, int most) {
        return find(conditions + " order by id desc", values)
                .page(Page.ofSize(most))
                .list()
                .map(rows -> rows.stream().map(SessionDocument::read).toList());
    }

    /**
     * Sessions of which a clock is due, in the order in which they fell due, locked; those that another replica holds
     * are left to it. A row that has been waiting for a lock is looked at again, so none is struck twice.
     */
    public Uni<List<Session>> claimDue(int most) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM_DUE, SessionRow.class)
                        .setParameter(1, most)
                        .getResultList())
                .map(rows -> rows.stream().map(SessionDocument::read).toList());
    }

    /** Writes a session that was read for update, and answers it as it is stored now. */
    public Uni<Session> save(Session session) {
        return findById(session.id()).chain(row -> save(session, row));
    }

    /** Stores a new session in the caller's transaction. */
    public Uni<Session> add(Session session) {
        return persist(new SessionRow().take(session, SessionDocument.write(session)))
                .chain(row -> record(session, row));
    }

    private Uni<Session> save(Session session, SessionRow row) {
        String document = SessionDocument.write(session);
        return document.equals(row.document) && session.journal().isEmpty()
                ? Uni.createFrom().item(session)
                : record(session, row.take(session, document));
    }

    private Uni<Session> record(Session session, SessionRow row) {
        var events = publishing.events(session);
        return timeline.append(events)
                .chain(() -> outbox.append(events))
                .chain(() -> saveMessages(session))
                .map(nothing -> SessionDocument.read(row));
    }

    private Uni<Void> saveMessages(Session session) {
        if (session.journal().messages().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return snapshots
                .pinned(session.origin().settings().hash())
                .map(snapshot -> publishing.messages(session, snapshot, clock.instant()))
                .chain(outbox::append);
    }
}
