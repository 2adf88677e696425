package io.parley.session.session.model;

import java.util.UUID;

/** The snapshot that a session runs with for as long as it lives: whose, which revision, which content. */
public record SettingsPin(UUID team, long revision, String hash) {}
