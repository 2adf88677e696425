package io.parley.session.eventlog;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.parley.session.listing.Cursor;
import io.parley.session.listing.Moments;

/**
 * What to replay; all that is given must hold.
 *
 * @param topic begins with the prefix that the operator allows
 * @param from time of the event, inclusive
 * @param to time of the event, exclusive
 * @param after nextCursor of the answer before; absent for the beginning
 * @param limit how many to send in this call; absent for 500
 */
record ReplayInput(
        @NotNull @Pattern(regexp = "[a-zA-Z0-9._-]{1,200}") @Schema(examples = "parley.replay.warehouse")
        String topic,

        UUID session,
        Instant from,
        Instant to,

        @Pattern(regexp = "[a-z0-9.-]{1,100}") @Schema(examples = "parley.session.ended.v1")
        String type,

        @Size(max = 20) String after,
        @Min(1) @Max(500) Integer limit) {

    static final int MOST = 500;

    void requireTimes() {
        Moments.require("/from", from);
        Moments.require("/to", to);
    }

    int most() {
        return limit == null ? MOST : limit;
    }

    long position() {
        return Cursor.number(after);
    }
}
