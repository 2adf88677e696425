package io.parley.session.session.model;

import java.util.Map;

/** What other systems hang on a session to find it again; {@code externalId} may be null. */
public record Labels(String externalId, Map<String, String> metadata) {

    public Labels {
        metadata = Map.copyOf(metadata);
    }

    /** What others wrote may tell who the customer was; their id for the session does not. */
    Labels withoutMetadata() {
        return new Labels(externalId, Map.of());
    }
}
