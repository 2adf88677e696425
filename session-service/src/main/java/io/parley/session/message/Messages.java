package io.parley.session.message;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;

/** All that was written in all chats; a session's messages are numbered from 1, without gaps. */
@ApplicationScoped
class Messages implements PanacheRepositoryBase<MessageRow, MessageRow.Key> {

    /** Those before the number, newest first. */
    Uni<List<MessageRow>> before(UUID session, long number, int most) {
        return find("sessionId = ?1 and number < ?2 order by number desc", session, (int) number)
                .page(Page.ofSize(most))
                .list();
    }

    /** Null where there is none of this number. */
    Uni<MessageRow> numbered(UUID session, int number) {
        return find("sessionId = ?1 and number = ?2", session, number).firstResult();
    }
}
