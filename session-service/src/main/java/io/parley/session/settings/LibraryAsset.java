package io.parley.session.settings;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/** A published asset as a snapshot holds it; which of the last five are there depends on its kind. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LibraryAsset(
        UUID id,
        String name,
        String kind,
        int version,
        String contentType,
        Long size,
        String url,
        String text,
        JsonNode schema) {}
