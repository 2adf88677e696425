package io.parley.notification.requeue;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.notification.intake.DeadLetterShelf;

/**
 * Makes waiting messages due now. What has its outcome keeps it: others have been told. Dead letters are worked off each
 * in a transaction of its own, for one that fails again must not keep the others; to try them twice does what once does.
 */
@ApplicationScoped
class Requeue {

    private static final String DUE_NOW = """
            update message set due_at = now()
             where state = 'REQUESTED' and due_at > now()
               and (cast(:session as uuid) is null or session_id = :session)
               and (cast(:channel as text) is null or channel = :channel)
               and (cast(:team as uuid) is null or home_team = :team)
               and (cast(:gateway as text) is null or gateway = :gateway)
            """;

    private final DeadLetterShelf deadLetters;

    Requeue(DeadLetterShelf deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** What was requeued. */
    record Requeued(int messages, int deadLetters) {}

    Uni<Requeued> requeue(RequeueRequest request) {
        var revived = Boolean.TRUE.equals(request.deadLetters())
                ? deadLetters.tryAgain()
                : Uni.createFrom().item(0);
        return revived.chain(letters -> dueNow(request).map(messages -> new Requeued(messages, letters)));
    }

    @WithTransaction
    Uni<Integer> dueNow(RequeueRequest request) {
        var channel = request.channel() == null ? null : request.channel().name();
        return Panache.getSession().chain(session -> session.createNativeQuery(DUE_NOW)
                .setParameter("session", request.session())
                .setParameter("channel", channel)
                .setParameter("team", request.team())
                .setParameter("gateway", request.gateway())
                .executeUpdate());
    }
}
