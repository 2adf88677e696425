package io.parley.houserules.good.outbox;

import io.smallrye.mutiny.Uni;

class RelayLoop {
    void start(Uni<Void> round) {
        round.subscribe().with(done -> start(round));
    }
}
