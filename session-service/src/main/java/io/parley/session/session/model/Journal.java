package io.parley.session.session.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What has happened to a session since it was read, to be written with it.
 *
 * @param sequence of the last event ever
 */
public record Journal(long sequence, List<SessionEvent> events, List<Message> messages) {

    public static Journal at(long sequence) {
        return new Journal(sequence, List.of(), List.of());
    }

    Journal add(SessionEvent event) {
        return new Journal(event.sequence(), append(events, event), messages);
    }

    Journal add(Message message) {
        return new Journal(sequence, events, append(messages, message));
    }

    private static <T> List<T> append(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }
}
