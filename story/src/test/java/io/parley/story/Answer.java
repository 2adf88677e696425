package io.parley.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import static org.assertj.core.api.Assertions.assertThat;

/** What a service answered, for a story to say what it has to be; none is ever a 500. */
final class Answer {

    private final String request;
    private final Response response;

    Answer(String request, Response response) {
        this.request = request;
        this.response = response;
        assertThat(response.statusCode()).as(toString()).isNotEqualTo(500);
    }

    /** The answer of a request that succeeded. */
    JsonPath done() {
        assertThat(response.statusCode()).as(toString()).isBetween(200, 299);
        return response.jsonPath();
    }

    boolean isDone() {
        return response.statusCode() < 300;
    }

    /** A refusal with its name, as a program reads it. */
    Answer refused(int status, String name) {
        assertThat(response.statusCode()).as(toString()).isEqualTo(status);
        assertThat(response.contentType()).as(toString()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).as(toString()).endsWith("/" + name);
        return this;
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.header(name);
    }

    List<String> headers(String name) {
        return response.headers().getValues(name);
    }

    /** Byte by byte as it came. */
    String text() {
        return response.asString();
    }

    JsonPath body() {
        return response.jsonPath();
    }

    /** The items of a list, each as a map. */
    List<Map<String, Object>> items() {
        return new ArrayList<>(done().getList("items"));
    }

    @Override
    public String toString() {
        return request + " was answered with " + response.statusCode() + ": " + response.asString();
    }
}
