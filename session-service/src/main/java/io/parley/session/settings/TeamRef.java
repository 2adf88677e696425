package io.parley.session.settings;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A team by id and name. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TeamRef(UUID id, String name) {}
