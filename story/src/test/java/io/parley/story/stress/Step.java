package io.parley.story.stress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The entries that one transaction left.
 *
 * @param place from 1, in the order of the timeline
 */
record Step(int place, List<Entry> entries) {

    /** @param timeline in its order */
    static List<Step> of(List<Entry> timeline) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < timeline.size(); ) {
            int from = i;
            while (i < timeline.size()
                    && timeline.get(i).correlation().equals(timeline.get(from).correlation())) {
                i++;
            }
            steps.add(new Step(steps.size() + 1, timeline.subList(from, i)));
        }
        return steps;
    }

    /** The entry that says which command it was; none where only clocks struck, or a receipt came. */
    Optional<Entry> ofCommand() {
        return entries.stream().filter(entry -> Command.of(entry).isPresent()).findFirst();
    }

    Optional<Command> command() {
        return ofCommand().flatMap(Command::of);
    }

    Entry last() {
        return entries.get(entries.size() - 1);
    }

    Instant at() {
        return last().at();
    }

    boolean has(String type) {
        return entries.stream().anyMatch(entry -> entry.type().equals(type));
    }
}
