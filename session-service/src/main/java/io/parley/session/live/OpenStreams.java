package io.parley.session.live;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import io.parley.session.access.Caller;
import io.parley.session.live.stream.Bye;
import io.parley.session.live.stream.Entries;
import io.parley.session.live.stream.EverySource;
import io.parley.session.live.stream.Line;
import io.parley.session.live.stream.LiveStream;
import io.parley.session.live.stream.LiveStream.Reader;
import io.parley.session.live.stream.SessionSource;
import io.parley.session.live.stream.SessionSource.Watch;
import io.parley.session.live.stream.Source;
import io.parley.session.live.stream.Streams;
import io.parley.session.presence.Present;
import io.parley.session.session.model.content.Side;
import io.parley.session.timer.DatabaseClock;

/** Opens streams for those who may read them; what they begin with is looked up before, and then let go of. */
@ApplicationScoped
class OpenStreams {

    private final Admission admission;
    private final Streams streams;
    private final Entries entries;
    private final DatabaseClock clock;
    private final LiveConfig config;

    OpenStreams(Admission admission, Streams streams, Entries entries, DatabaseClock clock, LiveConfig config) {
        this.admission = admission;
        this.streams = streams;
        this.entries = entries;
        this.clock = clock;
        this.config = config;
    }

    /** @param last sequence that the reader knows; null for what is there now */
    Uni<LiveStream> ofSession(UUID session, Caller caller, Long last) {
        var context = Vertx.currentContext();
        streams.requireRoom(caller.subject());
        return admission.admit(session, caller).map(opening -> {
            boolean owner = opening.session().owner().subject().equals(caller.subject());
            var reader = new Reader(caller.subject(), session, owner ? new Present(session, Side.AGENT) : null);
            return open(
                    reader, source(opening, Side.AGENT, last, () -> admission.checkAgain(session, caller)), context);
        });
    }

    /** @param last sequence that the reader knows; null for what is there now */
    Uni<LiveStream> ofRoom(String cookie, Long last) {
        var context = Vertx.currentContext();
        return admission.admit(cookie).map(opening -> {
            var session = opening.session().id();
            streams.requireRoom("room " + session);
            var reader = new Reader("room " + session, session, new Present(session, Side.CUSTOMER));
            return open(reader, source(opening, Side.CUSTOMER, last, () -> admission.checkAgain(cookie)), context);
        });
    }

    /** @param last position that the reader knows; null for what is there now */
    LiveStream ofAll(Caller caller, Long last) {
        streams.requireRoom(caller.subject());
        long after = last == null ? streams.resume() : last;
        var opening = Line.RETRY + Line.of("hello", after, "{}");
        return open(
                new Reader(caller.subject(), null, null),
                new EverySource(caller, opening, after, entries, streams.ring()),
                Vertx.currentContext());
    }

    private SessionSource source(Opening opening, Side side, Long last, SessionSource.Access access) {
        long known = last == null ? opening.sequence() : last;
        var watch = new Watch(opening.session().id(), side, opening.line(known), access);
        return new SessionSource(watch, known, opening.checkAt(), entries, clock);
    }

    private LiveStream open(Reader reader, Source source, Context context) {
        return new LiveStream(streams, reader, source, context)
                .closeAt(clock.instant().plus(config.longest()), Bye.LASTED_LONG);
    }
}
