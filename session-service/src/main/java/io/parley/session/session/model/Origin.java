package io.parley.session.session.model;

import java.time.Instant;
import java.util.UUID;

/** What a session is born with and keeps for good. */
public record Origin(UUID id, UUID homeTeam, SettingsPin settings, Policy policy, Instant createdAt) {}
