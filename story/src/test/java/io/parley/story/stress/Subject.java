package io.parley.story.stress;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;

import io.parley.session.session.model.Session;

/** A session under stress, and what those who ask know of it. */
final class Subject {

    private final String id;
    private final Session first;
    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> links = new CopyOnWriteArrayList<>();
    private final List<String> cookies = new CopyOnWriteArrayList<>();
    private final Set<String> workflows = ConcurrentHashMap.newKeySet();
    private final Set<String> assets = ConcurrentHashMap.newKeySet();
    private volatile long version;

    Subject(String id, Session first) {
        this.id = id;
        this.first = first;
        first.content()
                .workflows()
                .forEach(workflow -> workflows.add(workflow.id().toString()));
        version = first.journal().version();
    }

    String id() {
        return id;
    }

    Session first() {
        return first;
    }

    boolean isAskedMoreThan(int times) {
        return asked.incrementAndGet() > times;
    }

    long version() {
        return version;
    }

    void learn(JsonNode view, Long newVersion) {
        view.path("workflows")
                .forEach(workflow -> workflows.add(workflow.path("id").asText()));
        view.path("assets").forEach(asset -> assets.add(asset.path("id").asText()));
        if (newVersion != null) {
            version = newVersion;
        }
    }

    void learnLink(String token) {
        links.add(token);
    }

    void learnCookie(String cookie) {
        cookies.add(cookie);
    }

    Optional<String> link(Random random) {
        return links.isEmpty() ? Optional.empty() : Optional.of(links.get(random.nextInt(links.size())));
    }

    Optional<String> cookie() {
        return cookies.isEmpty() ? Optional.empty() : Optional.of(cookies.get(cookies.size() - 1));
    }

    Optional<String> workflow(Random random) {
        return any(workflows, random);
    }

    Optional<String> asset(Random random) {
        return any(assets, random);
    }

    private static Optional<String> any(Set<String> known, Random random) {
        var all = List.copyOf(known);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }
}
