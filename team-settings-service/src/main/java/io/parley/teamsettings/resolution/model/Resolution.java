package io.parley.teamsettings.resolution.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.parley.teamsettings.resolution.model.Facts.Lender;
import io.parley.teamsettings.resolution.model.Facts.Team;
import io.parley.teamsettings.resolution.model.Facts.TeamName;
import io.parley.teamsettings.resolution.model.ResolutionRefused.Reason;
import io.parley.teamsettings.settings.model.LendingRule;
import io.parley.teamsettings.settings.model.Nested;

/** With which settings, assets and workflows somebody starts a session now, and which other teams' they could take. */
public final class Resolution {

    private static final Comparator<TeamName> BY_NAME =
            Comparator.comparing(TeamName::name, String.CASE_INSENSITIVE_ORDER).thenComparing(TeamName::id);

    private final Facts facts;
    private final Team home;

    /** Refuses who is no member. */
    public Resolution(Facts facts) {
        this.facts = facts;
        facts.person().orElseThrow(() -> new ResolutionRefused(Reason.UNKNOWN_MEMBER));
        this.home = facts.home().orElseThrow(() -> new ResolutionRefused(Reason.UNKNOWN_MEMBER));
    }

    /** What is pinned; refuses what the borrower's team or the lender does not allow, in this order. */
    public Snapshot snapshot() {
        var target = facts.target().orElseThrow(() -> new ResolutionRefused(Reason.UNKNOWN_TEAM));
        if (!target.name().id().equals(home.name().id())) {
            requireAllowed(target);
        }
        var content = Map.of(
                "team", json(target.name()),
                "settings", Nested.of(facts.settingsOf(target).plain()),
                "assets", facts.assets(),
                "workflows", facts.workflows());
        var revision = Math.max(facts.organisation().revision(), target.level().revision());
        return Snapshot.of(target.name().id(), revision, content);
    }

    /** The answer to who asked: the snapshot and the person's own facts. */
    public String json(Snapshot snapshot) {
        var person = facts.person().orElseThrow();
        var own = new LinkedHashMap<String, Object>();
        own.put("subject", Map.of("subject", person.subject(), "name", person.name(), "email", person.email()));
        own.put("homeTeam", json(home.name()));
        own.put(
                "secondaryTeams",
                facts.secondaryTeams().stream().map(Resolution::json).toList());
        own.put("enterableTeams", enterable().stream().map(Resolution::json).toList());
        own.put("historyScope", facts.settingsOf(home).value("session.historyScope"));
        var immutable = snapshot.json();
        return immutable.substring(0, immutable.length() - 1) + ","
                + CanonicalJson.of(own).substring(1);
    }

    /** The home team first, then by name those that it may borrow from now. */
    public List<TeamName> enterable() {
        var teams = new ArrayList<>(List.of(home.name()));
        if (mayBorrow()) {
            lendersToHome().map(Lender::name).sorted(BY_NAME).forEach(teams::add);
        }
        return teams;
    }

    /** Until when the answer holds if nobody changes anything: a leave to borrow may end by itself. */
    public Optional<Instant> holdsUntil() {
        return lendersToHome()
                .map(lender -> lender.rule().endsFor(home.name().id(), facts.now()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private Stream<Lender> lendersToHome() {
        return facts.lenders().stream()
                .filter(lender ->
                        !Objects.equals(lender.name().id(), home.name().id()))
                .filter(lender -> lender.rule().allows(home.name().id(), facts.now()));
    }

    private void requireAllowed(Team target) {
        if (!mayBorrow()) {
            throw new ResolutionRefused(Reason.BORROWING_NOT_ALLOWED);
        }
        if (!LendingRule.of(facts.settingsOf(target)).allows(home.name().id(), facts.now())) {
            throw new ResolutionRefused(Reason.LENDING_NOT_ALLOWED);
        }
    }

    private boolean mayBorrow() {
        return (boolean) facts.settingsOf(home).value("borrowing.mayBorrow");
    }

    private static Map<String, Object> json(TeamName team) {
        return Map.of("id", team.id(), "name", team.name());
    }
}
