package io.parley.rest.problem;

/** What is expected at a place of the request, which a JSON pointer names. */
public record InvalidField(String pointer, String detail) {}
