package io.parley.houserules.bad.subscribing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

class Forgetful {
    void now(Uni<String> uni) {
        uni.subscribe().with(item -> {});
    }

    Object asAStage(Uni<String> uni) {
        return uni.subscribeAsCompletionStage();
    }

    Runnable byReference(Multi<String> multi) {
        return multi::subscribe;
    }
}
