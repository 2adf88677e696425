package io.parley.session.live.stream;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import io.parley.session.live.LiveConfig;
import io.parley.session.live.model.Follower;
import io.parley.session.live.model.Horizon;
import io.parley.session.timer.PulseLoop;

/**
 * Follows the timelines of all sessions, as long as the process lives, and tells the open streams; also of what other
 * replicas have done (docs/adr/0015).
 */
@ApplicationScoped
public class FollowLoop {

    private static final int BATCH = 500;

    private final Entries entries;
    private final Streams streams;
    private final PulseLoop loop;
    private final Follower follower = new Follower();
    private volatile Horizon horizon = Horizon.UNKNOWN;

    FollowLoop(Entries entries, Streams streams, Vertx vertx, LiveConfig config) {
        this.entries = entries;
        this.streams = streams;
        this.loop = new PulseLoop("Following the timelines", vertx, config.poll(), config.rest(), this::follow);
    }

    void start(@Observes StartupEvent event) {
        loop.wake();
    }

    /** While others are there to come back to, and this replica still answers: not when it stops. */
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        streams.leave();
    }

    void stop(@Observes ShutdownEvent event) {
        streams.leave();
        loop.stop();
    }

    /** Call after a commit: other replicas' commits are found by polling. */
    void wake() {
        loop.wake();
    }

    /** At or below this position nothing appears any more, and everything that is there can be read. */
    public long horizon() {
        return horizon.safe();
    }

    private Uni<Boolean> follow() {
        return entries.look(horizon).invoke(seen -> horizon = seen).chain(this::readOn);
    }

    private Uni<Boolean> readOn() {
        if (streams.isEmpty()) {
            follower.skipTo(horizon.safe());
            streams.resumeAt(follower.resume());
            return Uni.createFrom().item(false);
        }
        return entries.news(follower.missing(), follower.seen(), BATCH).map(this::tell);
    }

    private boolean tell(List<Change> found) {
        follower.found(found.stream().map(Change::position).toList());
        long resume = follower.resume();
        found.forEach(change -> streams.tell(change.resumeAt(resume)));
        boolean more = found.size() >= BATCH;
        if (!more) {
            follower.forget(horizon.safe());
        }
        streams.resumeAt(follower.resume());
        return more;
    }
}
