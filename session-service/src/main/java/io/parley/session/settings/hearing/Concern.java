package io.parley.session.settings.hearing;

import java.util.Set;
import java.util.UUID;

/** Whom and which teams an answer is about; a change of none of them leaves it as it is. */
public record Concern(String subject, Set<UUID> teams) {}
