package io.parley.session.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Somebody who works here, by OIDC subject; the email may be null. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Member(String subject, String name, String email) {}
