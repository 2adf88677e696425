package io.parley.session.session.model.journal;

import java.util.List;
import java.util.stream.Stream;

/**
 * What has happened to a session since it was read, to be written with it.
 *
 * @param version of the session as it was read; 0 for one that is new
 * @param sequence of the last event ever
 */
public record Journal(long version, long sequence, List<SessionEvent> events, List<Message> messages) {

    public static Journal at(long sequence) {
        return read(0, sequence);
    }

    public static Journal read(long version, long sequence) {
        return new Journal(version, sequence, List.of(), List.of());
    }

    /** Nothing has happened that anybody is to be told of. */
    public boolean isEmpty() {
        return events.isEmpty() && messages.isEmpty();
    }

    public Journal add(SessionEvent event) {
        return new Journal(version, event.sequence(), append(events, event), messages);
    }

    public Journal add(Message message) {
        return new Journal(version, sequence, events, append(messages, message));
    }

    private static <T> List<T> append(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }
}
