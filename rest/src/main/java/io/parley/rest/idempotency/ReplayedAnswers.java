package io.parley.rest.idempotency;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives the answer that a request got when it was done. */
class ReplayedAnswers {

    @ServerExceptionMapper
    Response answer(Replayed replayed) {
        return replayed.answer();
    }
}
