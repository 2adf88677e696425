package io.parley.local.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A method and a path pattern, and who answers there. */
record Route(String method, String pattern, LocalServer.Handler handler) {

    boolean takes(String requested) {
        return method.equals(requested) || method.equals("GET") && requested.equals("HEAD");
    }

    Optional<Map<String, String>> match(String path) {
        String[] expected = pattern.split("/", -1);
        String[] actual = path.split("/", -1);
        if (expected.length != actual.length) {
            return Optional.empty();
        }
        var parameters = new HashMap<String, String>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{") && !actual[i].isEmpty()) {
                parameters.put(expected[i].substring(1, expected[i].length() - 1), actual[i]);
            } else if (!expected[i].equals(actual[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
