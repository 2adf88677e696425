package io.parley.session.session.model.journal;

import java.time.Instant;

import io.parley.session.session.model.Actor;
import io.parley.session.session.model.StateName;

/**
 * One entry of a session's timeline, which is also its event.
 *
 * @param sequence from 1, gapless per session
 * @param before null for the first
 */
public record SessionEvent(
        long sequence,
        EventType type,
        Instant at,
        Actor actor,
        Cause cause,
        StateName before,
        StateName after,
        Detail detail) {}
