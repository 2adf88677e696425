package io.parley.session.live.stream;

import java.util.List;

/**
 * What a stream is to say next.
 *
 * @param bye why it ends with this; null where it goes on
 */
public record Told(List<String> lines, Bye bye) {

    static Told of(List<String> lines) {
        return new Told(lines, null);
    }
}
