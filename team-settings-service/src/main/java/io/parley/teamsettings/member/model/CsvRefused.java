package io.parley.teamsettings.member.model;

/** A text that is no CSV; says where it stops being one. */
public final class CsvRefused extends RuntimeException {

    CsvRefused(int line, String why) {
        super("line " + line + ": " + why, null, false, false);
    }
}
