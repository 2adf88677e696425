package io.parley.notification.channel;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A channel and its queue.
 *
 * @param queued messages that are still to be handed over
 * @param oldest when the first of them came in
 * @param gateways in the order in which they are tried
 * @param resting those that the answering replica leaves alone for now, since they failed again and again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelView(
        String channel,
        ChannelState state,
        Instant changedAt,
        String changedBy,
        long queued,
        Instant oldest,
        List<String> gateways,
        List<String> resting) {}
