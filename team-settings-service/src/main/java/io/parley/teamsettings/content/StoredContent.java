package io.parley.teamsettings.content;

/** What is known of content that is stored. */
public record StoredContent(String sha256, String contentType, long size) {}
