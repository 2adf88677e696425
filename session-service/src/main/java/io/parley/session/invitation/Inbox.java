package io.parley.session.invitation;

import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Does what an event asks for once, however often it comes: the mark and the work commit together. */
@ApplicationScoped
class Inbox {

    private static final String MARK =
            "insert into inbox (session_id, event_id) values (?1, ?2) on conflict do nothing";

    @WithTransaction
    Uni<Void> once(UUID session, UUID event, Supplier<Uni<Void>> work) {
        return Panache.getSession()
                .chain(s -> s.createNativeQuery(MARK)
                        .setParameter(1, session)
                        .setParameter(2, event)
                        .executeUpdate())
                .chain(marked -> marked == 0 ? Uni.createFrom().voidItem() : work.get());
    }
}
