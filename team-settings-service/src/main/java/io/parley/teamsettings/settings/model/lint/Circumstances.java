package io.parley.teamsettings.settings.model.lint;

import java.time.Instant;

/**
 * What besides the settings decides whether they contradict themselves.
 *
 * @param hasUploadSteps whether workflows that are in use ask customers for documents
 */
public record Circumstances(Instant now, boolean hasUploadSteps) {}
