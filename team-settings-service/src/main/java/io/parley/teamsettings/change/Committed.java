package io.parley.teamsettings.change;

/** Said in this replica after a change was committed, and before it is answered. */
public record Committed() {}
