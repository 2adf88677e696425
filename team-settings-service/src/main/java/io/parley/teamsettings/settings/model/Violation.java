package io.parley.teamsettings.settings.model;

/** What is wrong in a document, and where: a JSON pointer. */
public record Violation(String pointer, String detail) {}
