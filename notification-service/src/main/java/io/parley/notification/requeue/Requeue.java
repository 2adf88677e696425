package io.parley.notification.requeue;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import io.parley.notification.intake.DeadLetterShelf;
import io.parley.notification.message.DueSignal;

/** Makes waiting messages due now. What has its outcome keeps it: others have been told. */
@ApplicationScoped
class Requeue {

    private static final String DUE_NOW = """
            update message set due_at = now()
             where state = 'REQUESTED' and due_at > now()
               and ($1::uuid is null or session_id = $1)
               and ($2::text is null or channel = $2)
               and ($3::uuid is null or home_team = $3)
               and ($4::text is null or gateway = $4)
            """;

    private final Pool pool;
    private final DeadLetterShelf deadLetters;
    private final DueSignal due;

    Requeue(Pool pool, DeadLetterShelf deadLetters, DueSignal due) {
        this.pool = pool;
        this.deadLetters = deadLetters;
        this.due = due;
    }

    /** What was requeued. */
    record Requeued(int messages, int deadLetters) {}

    Uni<Requeued> requeue(RequeueRequest request) {
        var channel = request.channel() == null ? null : request.channel().name();
        var revived = Boolean.TRUE.equals(request.deadLetters())
                ? deadLetters.tryAgain()
                : Uni.createFrom().item(0);
        return revived.chain(letters -> pool.preparedQuery(DUE_NOW)
                        .execute(Tuple.of(request.session(), channel, request.team(), request.gateway()))
                        .map(rows -> new Requeued(rows.rowCount(), letters)))
                .invoke(due::wake);
    }
}
