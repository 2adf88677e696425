package io.parley.notification.channel;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

import io.parley.notification.gateway.Gateway;
import io.parley.notification.gateway.Gateways;
import io.parley.notification.message.model.Channel;

import static java.util.stream.Collectors.toList;

/** The channels, each with what waits in it. */
@ApplicationScoped
class Channels implements PanacheRepositoryBase<ChannelRow, String> {

    private static final String QUEUE = "select count(*), min(received_at) from message"
            + " where channel = :channel and state in ('REQUESTED', 'SENDING')";

    private final Gateways gateways;

    Channels(Gateways gateways) {
        this.gateways = gateways;
    }

    Uni<ChannelView> view(ChannelRow row) {
        return Panache.getSession().chain(session -> queue(session, row.name)).map(queue -> view(row, queue));
    }

    private static Uni<Object[]> queue(Mutiny.Session session, String channel) {
        return session.createNativeQuery(QUEUE, Object[].class)
                .setParameter("channel", channel)
                .getSingleResult();
    }

    private ChannelView view(ChannelRow row, Object[] queue) {
        var oldest = (OffsetDateTime) queue[1];
        return new ChannelView(
                row.name,
                row.state,
                row.changedAt,
                row.changedBy,
                ((Number) queue[0]).longValue(),
                oldest == null ? null : oldest.toInstant(),
                names(row, gateway -> true),
                names(row, Gateway::isResting));
    }

    private List<String> names(ChannelRow row, Predicate<Gateway> which) {
        return gateways.of(Channel.valueOf(row.name)).stream()
                .filter(which)
                .map(Gateway::name)
                .collect(toList());
    }
}
