package io.parley.session.outbox;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** What is to be published; whatever stands in here when a transaction commits reaches the broker. */
@ApplicationScoped
public class Outbox implements PanacheRepositoryBase<OutboxRow, UUID> {

    /** Joins the caller's transaction. */
    public Uni<Void> append(List<OutgoingEvent> events) {
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : persist(events.stream().map(OutboxRow::new));
    }
}
