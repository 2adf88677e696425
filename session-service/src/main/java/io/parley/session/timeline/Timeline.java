package io.parley.session.timeline;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;

import io.parley.session.outbox.OutgoingEvent;

/** What happened to each session, in order and without gaps. */
@ApplicationScoped
public class Timeline implements PanacheRepositoryBase<TimelineRow, TimelineRow.Key> {

    /** Joins the caller's transaction. */
    public Uni<Void> append(List<OutgoingEvent> entries) {
        return entries.isEmpty()
                ? Uni.createFrom().voidItem()
                : persist(entries.stream().map(TimelineRow::new));
    }

    Uni<List<TimelineRow>> after(UUID session, long sequence, int limit) {
        return find("sessionId = ?1 and sequence > ?2 order by sequence", session, sequence)
                .page(Page.ofSize(limit))
                .list();
    }
}
