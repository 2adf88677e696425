package io.parley.operate.http;

import java.nio.charset.StandardCharsets;

/** What a service answered: the bytes as they came, and the JSON that they are. */
public record Answer(int status, byte[] bytes) {

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public Json json() {
        return Json.parse(bytes);
    }
}
