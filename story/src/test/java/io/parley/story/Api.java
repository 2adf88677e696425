package io.parley.story;

import java.util.HashMap;
import java.util.Map;

import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;

import io.parley.local.port.Port;
import io.parley.story.installation.Installation;

/**
 * One service as one caller speaks to it.
 *
 * @param headers what stands in each of the caller's requests
 */
record Api(Port service, Map<String, String> headers) {

    static Api anonymous(Port service) {
        return new Api(service, Map.of());
    }

    static Api with(String token, Port service) {
        return new Api(service, Map.of("Authorization", "Bearer " + token));
    }

    /** The same, with one header more. */
    Api and(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(service, more);
    }

    Answer get(String path) {
        return send(Method.GET, path, request());
    }

    /** Any method without a body. */
    Answer ask(Method method, String path) {
        return send(method, path, request());
    }

    Answer post(String path, Object body) {
        return send(Method.POST, path, request().contentType("application/json").body(body));
    }

    Answer post(String path) {
        return post(path, Map.of());
    }

    /** Over what is there: with its ETag, if there is something. */
    Answer put(String path, Object body) {
        var tagged = tagged(path, request().contentType("application/json"));
        return send(Method.PUT, path, tagged.body(body));
    }

    Answer patch(String path, Object body) {
        var tagged = tagged(path, request().contentType("application/merge-patch+json"));
        return send(Method.PATCH, path, tagged.body(body));
    }

    private RequestSpecification tagged(String path, RequestSpecification request) {
        String tag = get(path).header("ETag");
        return tag == null ? request : request.header("If-Match", tag);
    }

    private RequestSpecification request() {
        return RestAssured.given().baseUri(Installation.http(service)).headers(headers);
    }

    private Answer send(Method method, String path, RequestSpecification request) {
        return new Answer(method + " " + path, request.request(method, path));
    }
}
