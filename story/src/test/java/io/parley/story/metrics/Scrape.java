package io.parley.story.metrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What was exposed, by the names that queries use, with the labels of each. */
public final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** What Prometheus itself says of each target, and adds to each sample. */
    private static final String OF_EACH_TARGET = "up 1\n";

    private static final Set<String> ADDED = Set.of("job", "instance");

    private final Map<String, Set<String>> labels = new HashMap<>();
    private final Set<String> bounds = new HashSet<>();

    public static Scrape of(String text) {
        var scrape = new Scrape();
        SAMPLE.matcher(OF_EACH_TARGET + text).results().forEach(sample -> {
            var known = scrape.labels.computeIfAbsent(sample.group(1), name -> new HashSet<>(ADDED));
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> {
                    known.add(label.group(1));
                    if (label.group(1).equals("le")) {
                        scrape.bounds.add(sample.group(1) + " " + label.group(2));
                    }
                });
            }
        });
        return scrape;
    }

    public Set<String> names() {
        return labels.keySet();
    }

    boolean has(String name) {
        return labels.containsKey(name);
    }

    boolean labelled(String name, String label) {
        return has(name) && labels.get(name).contains(label);
    }

    boolean bounded(String name, String bound) {
        return bounds.contains(name + " " + bound);
    }
}
