package io.parley.session.live.stream;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.session.access.ActionForbidden;
import io.parley.session.access.SessionHidden;
import io.parley.session.session.model.MoveRefused;
import io.parley.session.session.model.content.Side;

/** The lines of one session's stream, by sequence and without a gap, whatever was missed meanwhile. */
public final class SessionSource implements Source {

    private static final int BATCH = 200;
    private static final String TRANSFERRED = "parley.session.transferred.v1";

    private final Watch watch;
    private final Entries entries;
    private final InstantSource clock;
    private final Map<Side, Coming> coming = new ConcurrentHashMap<>();
    private volatile boolean dirty = true;
    private volatile Change latest;
    private String opening;
    private long last;
    private Instant nextCheck;

    /**
     * What is watched, by whom.
     *
     * @param side of the reader
     * @param opening the first line
     */
    public record Watch(UUID session, Side side, String opening, Access access) {}

    /** Answers when to ask again; fails with a refusal for a reader who may not read any more. */
    @FunctionalInterface
    public interface Access {
        Uni<Instant> check();
    }

    /** @param last sequence that the reader knows */
    public SessionSource(Watch watch, long last, Instant nextCheck, Entries entries, InstantSource clock) {
        this.watch = watch;
        this.opening = watch.opening();
        this.last = last;
        this.nextCheck = nextCheck;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public void hear(News news) {
        if (news instanceof Change change) {
            latest = change;
            dirty = true;
        } else if (news instanceof Coming one) {
            coming.put(one.appearance().side(), one);
        }
    }

    @Override
    public boolean hasMore() {
        return dirty;
    }

    @Override
    public Uni<Told> news() {
        return changes().chain(this::tell);
    }

    private Uni<List<Change>> changes() {
        if (!dirty) {
            return Uni.createFrom().item(List.of());
        }
        dirty = false;
        var heard = latest;
        if (heard != null && heard.sequence() == last + 1) {
            return Uni.createFrom().item(List.of(heard));
        }
        return heard != null && heard.sequence() <= last
                ? Uni.createFrom().item(List.of())
                : entries.ofSession(watch.session(), last, BATCH);
    }

    private Uni<Told> tell(List<Change> changes) {
        var lines = new ArrayList<String>();
        if (opening != null) {
            lines.add(opening);
            opening = null;
        }
        changes.stream().map(this::line).filter(line -> line != null).forEach(lines::add);
        coming.values().removeIf(one -> lines.add(one.line()));
        if (!changes.isEmpty()) {
            last = changes.get(changes.size() - 1).sequence();
            dirty |= changes.size() == BATCH;
        }
        boolean given = watch.side() == Side.AGENT
                && changes.stream().anyMatch(change -> change.type().equals(TRANSFERRED));
        var told = new Told(lines, given ? Bye.LASTED_LONG : null);
        return mustCheck(changes) ? check(told) : Uni.createFrom().item(told);
    }

    private String line(Change change) {
        return watch.side() == Side.AGENT ? change.lineForAgents() : change.lineForCustomer();
    }

    private boolean mustCheck(List<Change> changes) {
        return changes.stream().anyMatch(Change::movesAccess)
                || !clock.instant().isBefore(nextCheck);
    }

    private Uni<Told> check(Told told) {
        return watch.access()
                .check()
                .invoke(until -> nextCheck = until)
                .replaceWith(told)
                .onFailure(SessionSource::isRefusal)
                .recoverWithItem(new Told(told.lines(), Bye.ACCESS_ENDED));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof Problem
                || failure instanceof MoveRefused
                || failure instanceof SessionHidden
                || failure instanceof ActionForbidden;
    }
}
