package io.parley.session.live.stream;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

import io.parley.rest.problem.PlainProblem;
import io.parley.rest.problem.Problem;
import io.parley.session.live.LiveConfig;
import io.parley.session.presence.Present;
import io.parley.session.problem.ProblemType;

/** The streams that are open at this replica. */
@ApplicationScoped
public class Streams {

    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Set<LiveStream>> bySession = new ConcurrentHashMap<>();
    private final Set<LiveStream> ofAll = ConcurrentHashMap.newKeySet();
    private final Tally<String> callers = new Tally<>();
    private final Tally<Present> present = new Tally<>();
    private final Set<Present> left = ConcurrentHashMap.newKeySet();
    private final Ring ring = new Ring();
    private final LiveConfig config;
    private volatile Runnable changed = () -> {};
    private volatile long resume;
    private volatile boolean leaving;

    Streams(LiveConfig config, MeterRegistry meters) {
        this.config = config;
        meters.gaugeCollectionSize("parley.live.streams", List.of(), open);
    }

    /** @throws Problem where this caller, or all together, have enough open */
    public void requireRoom(String caller) {
        if (open.size() >= config.most()) {
            throw Problem.of(PlainProblem.UNAVAILABLE);
        }
        if (callers.count(caller) >= config.perCaller()) {
            throw new Problem(ProblemType.TOO_MANY_STREAMS, null);
        }
    }

    void add(LiveStream stream) {
        open.add(stream);
        callers.add(stream.caller());
        if (stream.present() != null) {
            present.add(stream.present());
        }
        if (stream.session() == null) {
            ofAll.add(stream);
        } else {
            bySession.compute(stream.session(), (id, streams) -> with(streams, stream));
        }
        changed.run();
        if (leaving) {
            stream.close(Bye.SHUTTING_DOWN);
        }
    }

    /** Sends all away, and whoever comes from now on. */
    void leave() {
        leaving = true;
        open.forEach(stream -> stream.close(Bye.SHUTTING_DOWN));
    }

    void remove(LiveStream stream) {
        if (!open.remove(stream)) {
            return;
        }
        callers.remove(stream.caller());
        ofAll.remove(stream);
        if (stream.session() != null) {
            bySession.computeIfPresent(stream.session(), (id, streams) -> without(streams, stream));
        }
        if (stream.present() != null) {
            present.remove(stream.present());
            left.add(stream.present());
        }
        changed.run();
    }

    /** Whom to tell when a stream was opened or closed. */
    void whenChanged(Runnable listener) {
        changed = listener;
    }

    private static Set<LiveStream> with(Set<LiveStream> streams, LiveStream stream) {
        Set<LiveStream> all = streams == null ? ConcurrentHashMap.newKeySet() : streams;
        all.add(stream);
        return all;
    }

    private static Set<LiveStream> without(Set<LiveStream> streams, LiveStream stream) {
        streams.remove(stream);
        return streams.isEmpty() ? null : streams;
    }

    void tell(News news) {
        bySession.getOrDefault(news.session(), Set.of()).forEach(stream -> stream.hear(news));
        if (!ofAll.isEmpty()) {
            ring.add(news);
            ofAll.forEach(stream -> stream.hear(news));
        }
    }

    Collection<LiveStream> all() {
        return open;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** The position from which whoever comes now must read. */
    public long resume() {
        return resume;
    }

    void resumeAt(long position) {
        resume = position;
    }

    public Ring ring() {
        return ring;
    }

    /** Who is here; several tabs of one side count once. */
    Set<Present> present() {
        return present.all();
    }

    /** Who has closed the last stream here since this was asked for last, and has opened none again. */
    Set<Present> takeLeft() {
        var gone = Set.copyOf(left);
        left.removeAll(gone);
        return gone.stream().filter(one -> present.count(one) == 0).collect(Collectors.toSet());
    }
}
