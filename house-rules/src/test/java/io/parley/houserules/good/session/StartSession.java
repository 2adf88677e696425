package io.parley.houserules.good.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import io.parley.houserules.good.session.model.Session;

class StartSession {
    Uni<Session> start(UUID id, Instant now) {
        return Uni.createFrom().item(new Session(id, now, List.of()));
    }
}
