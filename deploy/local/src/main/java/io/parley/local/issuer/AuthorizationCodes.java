package io.parley.local.issuer;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Codes on their way from the form to the token endpoint: good once, for a minute. */
final class AuthorizationCodes {

    private static final Duration LIFETIME = Duration.ofMinutes(1);

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    String issue(Person person, AuthorizationRequest request) {
        String code = Secrets.random();
        entries.values().removeIf(Entry::isOver);
        entries.put(code, new Entry(person, request, Instant.now().plus(LIFETIME)));
        return code;
    }

    Optional<Entry> take(String code) {
        return Optional.ofNullable(entries.remove(code)).filter(entry -> !entry.isOver());
    }

    record Entry(Person person, AuthorizationRequest request, Instant until) {

        boolean isOver() {
            return Instant.now().isAfter(until);
        }
    }
}
