package io.parley.session.live.model;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Up to which position of the timeline everything that will ever stand there can be seen already.
 *
 * <p>Positions are given out in order, but their transactions end in any. Whoever was given one writes to the timeline
 * until the transaction ends: when all have ended who wrote at a moment, nothing can appear any more at or below the last
 * position that was given out before that moment.
 *
 * @param safe nothing appears at or below it any more
 * @param waiting what becomes safe when its writers have ended; null for nothing
 */
public record Horizon(long safe, Mark waiting) {

    public static final Horizon UNKNOWN = new Horizon(0, null);

    /**
     * @param position the last one given out, at some moment
     * @param writers transactions that wrote to the timeline at a later moment
     */
    public record Mark(long position, Set<String> writers) {}

    /** @param now as it is seen now */
    public Horizon look(Mark now) {
        // A database that has failed over may give out positions again.
        long reached = Math.min(safe, now.position());
        if (waiting != null && waiting.position() <= now.position()) {
            var still =
                    waiting.writers().stream().filter(now.writers()::contains).collect(Collectors.toUnmodifiableSet());
            if (!still.isEmpty()) {
                return new Horizon(reached, new Mark(waiting.position(), still));
            }
            reached = Math.max(reached, waiting.position());
        }
        return now.writers().isEmpty() ? new Horizon(now.position(), null) : new Horizon(reached, now);
    }
}
