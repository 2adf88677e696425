package io.parley.teamsettings.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A body that we read ourselves is refused as one that the framework reads. */
final class UnreadableBody extends WebApplicationException {

    UnreadableBody(JsonProcessingException cause) {
        super(cause, Response.Status.BAD_REQUEST);
    }
}
