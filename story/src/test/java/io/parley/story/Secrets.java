package io.parley.story;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the people of the stories were told in confidence: no log and no event may hold any of it. */
final class Secrets {

    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private Secrets() {}

    static String told(String secret) {
        TOLD.add(secret);
        return secret;
    }

    static Set<String> all() {
        return Set.copyOf(TOLD);
    }
}
