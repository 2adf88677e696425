package io.parley.session.live.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Context;
import io.vertx.mutiny.core.buffer.Buffer;
import org.jboss.logging.Logger;

import io.parley.session.presence.Present;

/**
 * One reader's stream. It keeps no news for a reader that is slow: it is told that there are some, and fetches them when
 * the reader has taken those before. So its memory is bounded, and it holds no connection while it waits.
 */
public final class LiveStream {

    private static final Logger LOG = Logger.getLogger(LiveStream.class);
    private final Streams streams;
    private final Reader reader;
    private final Source source;
    private final Context context;
    private volatile MultiEmitter<? super Boolean> ticks;
    private volatile Instant closesAt;
    private volatile Bye whyThen;
    private volatile Bye bye;
    private volatile Instant nextBeat;
    private volatile boolean beat;

    /**
     * Who reads.
     *
     * @param caller whose streams are counted together
     * @param session null for all
     * @param present as whom the reader is there by this; null for nobody
     */
    public record Reader(String caller, UUID session, Present present) {}

    /** To be made on the context of the reader's request. */
    public LiveStream(Streams streams, Reader reader, Source source, Context context) {
        this.streams = streams;
        this.reader = reader;
        this.source = source;
        this.context = context;
    }

    /** The earliest of what it is told counts; null for no limit. */
    public LiveStream closeAt(Instant moment, Bye why) {
        if (moment != null && (closesAt == null || moment.isBefore(closesAt))) {
            closesAt = moment;
            whyThen = why;
        }
        return this;
    }

    public Multi<Buffer> lines() {
        return Multi.createFrom()
                .<Boolean>emitter(this::begin, BackPressureStrategy.LATEST)
                .onItem()
                .transformToUniAndConcatenate(tick -> next())
                .onItem()
                .<String>transformToIterable(some -> some)
                .select()
                .first(line -> !line.equals(Line.END))
                .map(Buffer::buffer)
                .onTermination()
                .invoke(() -> streams.remove(this));
    }

    private void begin(MultiEmitter<? super Boolean> emitter) {
        ticks = emitter;
        streams.add(this);
        emitter.emit(true);
    }

    private Uni<List<String>> next() {
        return source.news().onFailure().recoverWithItem(LiveStream::failed).map(this::withOwn);
    }

    private static Told failed(Throwable failure) {
        LOG.warnf("A stream is closed: error=%s", failure.getClass().getName());
        return new Told(List.of(), Bye.UNAVAILABLE);
    }

    private List<String> withOwn(Told told) {
        var some = new ArrayList<>(told.lines());
        if (bye == null) {
            bye = told.bye();
        }
        if (beat) {
            beat = false;
            some.add(Line.BEAT);
        }
        if (bye != null) {
            some.add(Line.bye(bye));
            some.add(Line.END);
        } else if (source.hasMore()) {
            tick();
        }
        return some;
    }

    void hear(News news) {
        source.hear(news);
        tick();
    }

    /** Every second or so. */
    void pulse(Instant now, Duration heartbeat) {
        if (closesAt != null && !now.isBefore(closesAt)) {
            close(whyThen);
        } else if (nextBeat == null) {
            nextBeat = now.plus(heartbeat);
        } else if (!now.isBefore(nextBeat)) {
            nextBeat = now.plus(heartbeat);
            beat = true;
            tick();
        }
    }

    void close(Bye why) {
        if (bye == null) {
            bye = why;
        }
        tick();
    }

    private void tick() {
        var to = ticks;
        if (to != null) {
            context.runOnContext(nothing -> to.emit(true));
        }
    }

    String caller() {
        return reader.caller();
    }

    UUID session() {
        return reader.session();
    }

    Present present() {
        return reader.present();
    }
}
