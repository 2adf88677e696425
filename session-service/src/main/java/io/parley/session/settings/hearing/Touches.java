package io.parley.session.settings.hearing;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Which of the changes that were heard of was the newest to touch a team, a member, or everybody. */
final class Touches {

    private static final int MOST = 200_000;

    private final AtomicLong newest = new AtomicLong();
    private final AtomicLong everybody = new AtomicLong();
    private final Map<UUID, Long> teams = new ConcurrentHashMap<>();
    private final Map<String, Long> members = new ConcurrentHashMap<>();

    void note(Changed change) {
        if (change.isOfMembers()) {
            change.subjects().forEach(subject -> touch(members, subject, change.revision()));
        } else if (change.isOfTheTeamAlone()) {
            touch(teams, change.team(), change.revision());
        } else {
            everybody.accumulateAndGet(change.revision(), Math::max);
        }
        newest.accumulateAndGet(change.revision(), Math::max);
    }

    /** The revision of the newest change of all. */
    long newest() {
        return newest.get();
    }

    long newest(Concern concern) {
        var touched = Math.max(everybody.get(), members.getOrDefault(concern.subject(), 0L));
        for (var team : concern.teams()) {
            touched = Math.max(touched, teams.getOrDefault(team, 0L));
        }
        return touched;
    }

    /** What is forgotten was said of everybody before. */
    private <T> void touch(Map<T, Long> touched, T what, long revision) {
        if (touched.size() >= MOST) {
            everybody.accumulateAndGet(newest.get(), Math::max);
            touched.clear();
        }
        touched.merge(what, revision, Math::max);
    }
}
