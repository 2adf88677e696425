package io.parley.notification.channel;

import java.time.Instant;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import io.parley.notification.message.model.Channel;
import io.parley.notification.problem.ProblemType;
import io.parley.rest.problem.Problem;

/** Pauses, resumes or drains a channel, for all replicas; what it already is, it stays. */
@ApplicationScoped
class ChangeChannel {

    private final Channels channels;

    ChangeChannel(Channels channels) {
        this.channels = channels;
    }

    /** @param expected whether the version is the one that the caller has seen */
    @WithTransaction
    Uni<Versioned> to(Channel channel, ChannelState state, String who, Predicate<Long> expected) {
        return channels.findById(channel.name(), LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> check(row, expected))
                .call(row -> row.state == state ? Uni.createFrom().voidItem() : set(row, state, who))
                .chain(this::versioned);
    }

    @WithTransaction
    Uni<Versioned> read(Channel channel) {
        return channels.findById(channel.name()).chain(this::versioned);
    }

    private static void check(ChannelRow row, Predicate<Long> expected) {
        if (!expected.test(row.version)) {
            throw new Problem(ProblemType.PRECONDITION_FAILED, "The channel has been changed meanwhile.");
        }
    }

    /** The database's clock, which also stamps what comes in: a drain compares the two. */
    private Uni<Void> set(ChannelRow row, ChannelState state, String who) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select clock_timestamp()", Instant.class)
                        .getSingleResult())
                .invoke(now -> row.changedAt = now)
                .invoke(() -> row.state = state)
                .invoke(() -> row.changedBy = who)
                .chain(channels::flush);
    }

    private Uni<Versioned> versioned(ChannelRow row) {
        return channels.view(row).map(view -> new Versioned(view, row.version));
    }

    /** A channel with the version that its ETag names. */
    record Versioned(ChannelView view, long version) {}
}
