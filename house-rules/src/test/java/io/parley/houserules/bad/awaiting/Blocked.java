package io.parley.houserules.bad.awaiting;

import io.smallrye.mutiny.Uni;

class Blocked {
    String wait(Uni<String> uni) {
        return uni.await().indefinitely();
    }
}
