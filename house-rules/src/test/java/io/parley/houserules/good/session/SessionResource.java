package io.parley.houserules.good.session;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;

import io.smallrye.mutiny.Uni;

import io.parley.houserules.good.session.model.Session;

class SessionResource {
    private final StartSession start;

    @Inject
    SessionResource(StartSession start) {
        this.start = start;
    }

    @GET
    public Uni<Session> get() {
        return start.start(UUID.randomUUID(), Instant.now());
    }
}
