package io.parley.teamsettings.member.model;

import java.util.List;

/** The cells of a record, and the line on which it begins. */
public record CsvRecord(int line, List<String> cells) {}
