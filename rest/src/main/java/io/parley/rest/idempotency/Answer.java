package io.parley.rest.idempotency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a request was answered with.
 *
 * @param body as it is sent; null for none
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final List<String> KEPT_HEADERS = List.of(
            HttpHeaders.LOCATION,
            HttpHeaders.ETAG,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.RETRY_AFTER,
            HttpHeaders.SET_COOKIE,
            HttpHeaders.CONTENT_TYPE);

    /** @param returned by a resource: a response, or what is to be the body of one */
    static Answer of(Object returned, ObjectMapper json) {
        var response = returned instanceof Response
                ? (Response) returned
                : Response.status(returned == null ? 204 : 200).entity(returned).build();
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        for (var name : KEPT_HEADERS) {
            if (response.getHeaderString(name) != null) {
                headers.put(name, response.getHeaderString(name));
            }
        }
        return new Answer(response.getStatus(), headers, body(response.getEntity(), json));
    }

    private static byte[] body(Object entity, ObjectMapper json) {
        try {
            return entity == null || entity instanceof byte[] ? (byte[]) entity : json.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is answered is JSON", e);
        }
    }

    Response replay() {
        var response = Response.status(status).entity(body).header("Idempotency-Replayed", true);
        headers.forEach(response::header);
        return response.build();
    }
}
