package io.parley.session.session.model.reminder;

import java.time.Instant;
import java.time.LocalTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody is reminded while their clock on the wall shows a quiet hour, whatever is done to that clock. */
class QuietHoursTest {

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource({
        "Europe/Berlin,       21:00, 08:00, 2026-03-02T12:00:00Z, by day it waits for nothing, 2026-03-02T12:00:00Z",
        "Europe/Berlin,       21:00, 08:00, 2026-03-02T20:00:00Z, the first quiet minute waits, 2026-03-03T07:00:00Z",
        "Europe/Berlin,       21:00, 08:00, 2026-03-02T19:59:59Z, the second before does not, 2026-03-02T19:59:59Z",
        "Europe/Berlin,       21:00, 08:00, 2026-03-03T02:00:00Z, after midnight it is the same night,"
                + " 2026-03-03T07:00:00Z",
        "Europe/Berlin,       21:00, 08:00, 2026-03-03T07:00:00Z, the last minute is not quiet, 2026-03-03T07:00:00Z",
        "Europe/Berlin,       21:00, 08:00, 2026-03-28T22:00:00Z, the night of the change is an hour shorter,"
                + " 2026-03-29T06:00:00Z",
        "Europe/Berlin,       21:00, 08:00, 2026-10-24T22:00:00Z, and in autumn an hour longer, 2026-10-25T07:00:00Z",
        "Europe/Berlin,       00:00, 02:30, 2026-03-29T00:10:00Z, an end that is left out is over when it would be,"
                + " 2026-03-29T01:00:00Z",
        "Europe/Berlin,       00:00, 02:30, 2026-10-25T00:10:00Z, an end that comes twice is over the first time,"
                + " 2026-10-25T00:30:00Z",
        "Europe/Berlin,       00:00, 02:30, 2026-10-25T01:10:00Z, and is quiet again the second time,"
                + " 2026-10-25T01:30:00Z",
        "Europe/Berlin,       02:15, 06:00, 2026-10-25T00:40:00Z, what is repeated may be loud in between,"
                + " 2026-10-25T01:00:00Z",
        "Asia/Kathmandu,      21:00, 08:00, 2026-03-02T16:00:00Z, quarters of an hour count, 2026-03-03T02:15:00Z",
        "America/St_Johns,    21:00, 08:00, 2026-03-08T03:00:00Z, so do halves, 2026-03-08T10:30:00Z",
        "Australia/Lord_Howe, 01:45, 02:15, 2026-10-03T15:20:00Z, a change by half an hour, 2026-10-03T15:30:00Z",
        "Africa/Casablanca,   21:00, 08:00, 2026-02-14T22:00:00Z, a summer time that is the usual one,"
                + " 2026-02-15T08:00:00Z",
        "Europe/Berlin,       21:00, 08:00, 2028-02-29T22:00:00Z, the night after a leap day, 2028-03-01T07:00:00Z",
        "Europe/Berlin,       21:00, 08:00, 2026-12-31T22:00:00Z, the night of a year, 2027-01-01T07:00:00Z",
        "UTC,                 08:00, 08:00, 2026-03-02T08:00:00Z, equal hours are none, 2026-03-02T08:00:00Z"
    })
    void theFirstMomentThatIsNotQuiet(
            String zone, LocalTime from, LocalTime to, Instant wanted, String why, Instant allowed) {
        assertThat(new QuietHours(from, to, zone).after(wanted, null)).as(why).isEqualTo(allowed);
    }

    @Test
    void theCustomersOwnZoneGoesBeforeTheTeams() {
        var quiet = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), "Europe/Berlin");
        var noonInBerlin = Instant.parse("2026-03-02T11:00:00Z");

        assertThat(quiet.after(noonInBerlin, "America/St_Johns")).isEqualTo(Instant.parse("2026-03-02T11:30:00Z"));
    }

    @Test
    void aZoneThatNobodyKnowsIsReplacedByTheTeamsAndThatByUtc() {
        var night = Instant.parse("2026-03-02T22:00:00Z");
        var berlin = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), "Europe/Berlin");
        var nowhere = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), "Nowhere/Unknown");

        assertThat(berlin.after(night, "Nowhere/Unknown")).isEqualTo(Instant.parse("2026-03-03T07:00:00Z"));
        assertThat(nowhere.after(night, null)).isEqualTo(Instant.parse("2026-03-03T08:00:00Z"));
    }
}
