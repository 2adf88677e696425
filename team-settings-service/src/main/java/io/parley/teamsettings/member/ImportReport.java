package io.parley.teamsettings.member;

import java.util.List;

/** What an import did, line by line. */
record ImportReport(long created, long updated, long unchanged, long refused, List<Line> lines) {

    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    /** Of one record; the detail says why it was refused. */
    record Line(int line, String subject, Outcome outcome, String detail) {}

    static ImportReport of(List<Line> lines) {
        return new ImportReport(
                count(lines, Outcome.CREATED),
                count(lines, Outcome.UPDATED),
                count(lines, Outcome.UNCHANGED),
                count(lines, Outcome.REFUSED),
                lines);
    }

    private static long count(List<Line> lines, Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}
