package io.parley.story.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is found about a rush that is over: each session by its witness, and the topic by the timelines. */
final class Verdict {

    private final String title;
    private final Caller caller;
    private final Rush rush;
    private final List<Op> ops;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, List<Entry>> timelines = new HashMap<>();

    /** @param title what kind of rush it was */
    Verdict(String title, Caller caller, Rush rush) {
        this.title = title;
        this.caller = caller;
        this.rush = rush;
        this.ops = rush.ops();
    }

    /** @throws AssertionError where there is a fault; in any case the report is in target/stress-report.txt */
    void require() throws IOException {
        for (var subject : rush.all()) {
            var timeline = TheRecord.timeline(caller, subject.id());
            timelines.put(subject.id(), timeline);
            faults.addAll(judge(subject, timeline));
        }
        requirePublished();
        report();
        assertThat(faults).as(title).isEmpty();
    }

    private List<String> judge(Subject subject, List<Entry> timeline) {
        var sequences = timeline.stream().map(Entry::sequence).toList();
        if (!sequences.equals(LongStream.rangeClosed(1, timeline.size()).boxed().toList())) {
            return List.of(subject.id() + " has gaps: " + sequences);
        }
        var witness = new Witness(
                subject.first(),
                timeline,
                ops.stream().filter(op -> op.session().equals(subject.id())).toList());
        var found = new ArrayList<String>();
        witness.faults().forEach(fault -> found.add(subject.id() + ": " + fault));
        if (!found.isEmpty()) {
            found.add(subject.id() + ": " + timeline);
            return found;
        }
        var last = witness.last();
        var expected = last.state().name() + " " + last.journal().sequence() + " "
                + last.owner().subject();
        for (int replica = 0; replica < Caller.REPLICAS; replica++) {
            var told = told(subject, replica);
            if (!told.equals(expected)) {
                found.add(subject.id() + " is " + told + ", and has to be " + expected);
            }
        }
        return found;
    }

    private String told(Subject subject, int replica) {
        var view = caller.get(replica, "/api/sessions/" + subject.id());
        return view.get("state").asText() + " " + view.get("sequence") + " "
                + view.get("owner").asText();
    }

    /** The topic has what the timelines have: each event, with its id, in its order, and none before its time. */
    private void requirePublished() {
        await().untilAsserted(() -> {
            var published = TheRecord.published();
            for (var subject : rush.all()) {
                var told = Published.firstTime(published.getOrDefault(subject.id(), List.of()));
                assertThat(told).as(subject.id()).zipSatisfy(timelines.get(subject.id()), (event, entry) -> assertThat(
                                event.tells(entry))
                        .as("%s is %s", event, entry)
                        .isTrue());
            }
        });
    }

    private int entries() {
        return timelines.values().stream().mapToInt(List::size).sum();
    }

    private void report() throws IOException {
        Map<String, Integer> answers = new TreeMap<>();
        ops.forEach(op -> answers.merge(op.command() + " " + op.status() + " " + op.type(), 1, Integer::sum));
        var lines = new ArrayList<String>();
        lines.add("%s: %d sessions, %d requests, %d entries, %d faults"
                .formatted(title, rush.all().size(), ops.size(), entries(), faults.size()));
        answers.forEach((answer, times) -> lines.add(times + " × " + answer));
        lines.addAll(faults);
        Files.write(Path.of(System.getProperty("basedir", ""), "target/stress-report.txt"), lines);
    }
}
