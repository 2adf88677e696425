package io.parley.story.stress;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as the topic has it.
 *
 * @param at when it was sent, by the clock of who sent it
 */
record Published(long sequence, String id, Instant at) {

    static Published of(ConsumerRecord<String, String> event) {
        return new Published(
                Long.parseLong(header(event, "ce_sequence")),
                header(event, "ce_id"),
                Instant.ofEpochMilli(event.timestamp()));
    }

    /** Without those that come again: a consumer passes over a sequence that it has had. */
    static List<Published> firstTime(List<Published> all) {
        var first = new ArrayList<Published>();
        for (var event : all) {
            if (event.sequence() > first.size()) {
                first.add(event);
            } else if (!first.get((int) event.sequence() - 1).id().equals(event.id())) {
                throw new AssertionError("another event of a sequence that was there: " + event);
            }
        }
        return first;
    }

    /** Whether it is this entry, and was not sent before its time. */
    boolean tells(Entry entry) {
        return id.equals(entry.id())
                && sequence == entry.sequence()
                && !at.plus(Claims.BLUR).isBefore(entry.at());
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
