package io.parley.teamsettings.resolution;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Which change was the newest to touch a team, a member, or everybody. Tells of every change up to the one that was
 * looked at last; what it forgets it says of everybody.
 */
@ApplicationScoped
class Touches {

    private static final int MOST = 200_000;

    private final AtomicLong everybody = new AtomicLong(-1);
    private final Map<String, Long> teams = new ConcurrentHashMap<>();
    private final Map<String, Long> members = new ConcurrentHashMap<>();

    void everybody(long revision) {
        everybody.accumulateAndGet(revision, Math::max);
    }

    void team(String team, long revision) {
        touch(teams, team, revision);
    }

    void member(String subject, long revision) {
        touch(members, subject, revision);
    }

    /** The revision up to which an answer has to hold that is about this member and these teams. */
    long newest(Concern concern) {
        var newest = Math.max(everybody.get(), members.getOrDefault(concern.subject(), -1L));
        for (var team : concern.teams()) {
            newest = Math.max(newest, teams.getOrDefault(team, -1L));
        }
        return newest;
    }

    private void touch(Map<String, Long> touched, String what, long revision) {
        if (touched.size() >= MOST) {
            touched.values().stream().max(Long::compare).ifPresent(this::everybody);
            touched.clear();
        }
        touched.merge(what, revision, Math::max);
    }
}
