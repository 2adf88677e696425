package io.parley.session.session.model.journal;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.parley.session.session.model.Actor;

/**
 * What has happened to a session since it was read, to be written with it.
 *
 * @param version of the session as it was read; 0 for one that is new
 * @param sequence of the last event ever
 * @param updated whether the customer had done something by then that the owner had not seen
 */
public record Journal(long version, long sequence, boolean updated, List<SessionEvent> events, List<Message> messages) {

    public static Journal at(long sequence) {
        return read(0, sequence, false);
    }

    public static Journal read(long version, long sequence, boolean updated) {
        return new Journal(version, sequence, updated, List.of(), List.of());
    }

    /** Nothing has happened that anybody is to be told of. */
    public boolean isEmpty() {
        return events.isEmpty() && messages.isEmpty();
    }

    public Journal add(SessionEvent event) {
        return new Journal(version, event.sequence(), updated, append(events, event), messages);
    }

    public Journal add(Message message) {
        return new Journal(version, sequence, updated, events, append(messages, message));
    }

    /** Whether one of what has happened was done by somebody such as this. */
    public boolean isBy(Predicate<Actor> somebody) {
        return events.stream().map(SessionEvent::actor).anyMatch(somebody);
    }

    private static <T> List<T> append(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }
}
