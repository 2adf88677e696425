package io.parley.teamsettings.change;

import java.time.Instant;

/** When a change is made, by whom, and its place in the order of all changes. */
public record Moment(long revision, Instant at, String author) {}
