package io.parley.session.settings;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A published workflow as a snapshot holds it.
 *
 * @param expiresAfter an ISO-8601 duration, or "never"
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LibraryWorkflow(UUID id, String name, int version, String expiresAfter, List<Step> steps) {

    /** @param asset the asset that it is about; null for none */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(String id, String name, String kind, String asset) {}
}
