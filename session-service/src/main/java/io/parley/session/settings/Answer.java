package io.parley.session.settings;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.parley.session.settings.hearing.Concern;

/**
 * What team-settings-service answered.
 *
 * @param revision no change up to it is missing in the answer
 * @param asked {@link System#nanoTime()} of when it was asked for
 * @param endsAfter from then on it may be wrong by itself, for a leave to borrow ends; null for never
 */
record Answer(Resolution resolution, Concern concern, long revision, long asked, Duration endsAfter) {

    static Answer of(Resolution resolution, String subject, long revision, long asked, Duration endsAfter) {
        var teams = Stream.concat(
                        Stream.of(resolution.team(), resolution.homeTeam()), resolution.secondaryTeams().stream())
                .map(TeamRef::id)
                .collect(Collectors.toUnmodifiableSet());
        return new Answer(resolution, new Concern(subject, Set.copyOf(teams)), revision, asked, endsAfter);
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    boolean isYoungerThan(Duration age) {
        return age().compareTo(age) < 0;
    }

    boolean hasEnded() {
        return endsAfter != null && !isYoungerThan(endsAfter);
    }
}
