package io.parley.session.live.stream;

import io.smallrye.mutiny.Uni;

/** Where a stream has its lines from; asked by one at a time, on the context of the stream. */
public interface Source {

    /** What is new since it was asked last. */
    Uni<Told> news();

    /** From any thread: that there is something. */
    void hear(News news);

    /** Whether there is more than what was answered last. */
    boolean hasMore();
}
