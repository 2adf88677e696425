package io.parley.rest.idempotency;

import jakarta.ws.rs.core.Response;

/**
 * The request was done before; this was its answer. Thrown, for then it can be given in place of whatever type a
 * resource returns.
 */
class Replayed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Response answer;

    Replayed(Response answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    Response answer() {
        return answer;
    }
}
