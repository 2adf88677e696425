package io.parley.teamsettings.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.teamsettings.rest.Page;
import io.parley.teamsettings.rest.PageRequest;
import io.parley.teamsettings.team.TeamReference;
import io.parley.teamsettings.team.Teams;

/** Shows members with the names of their teams. */
@ApplicationScoped
class MemberViews {

    private final Teams teams;

    MemberViews(Teams teams) {
        this.teams = teams;
    }

    Uni<MemberView> of(MemberRow row) {
        return references(List.of(row)).map(names -> MemberView.of(row, names));
    }

    /** The same outside of a session. */
    @WithSession
    Uni<MemberView> show(MemberRow row) {
        return of(row);
    }

    Uni<Page<MemberView>> page(List<MemberRow> rows, PageRequest request) {
        return references(rows)
                .map(names -> Page.of(rows, request, row -> row.subject, row -> MemberView.of(row, names)));
    }

    Uni<Map<UUID, TeamReference>> references(Collection<MemberRow> rows) {
        return teams.getAll(ids(rows)).map(found -> found.stream()
                .map(TeamReference::of)
                .collect(Collectors.toMap(TeamReference::id, Function.identity())));
    }

    private static Set<UUID> ids(Collection<MemberRow> rows) {
        return rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.mainTeam), row.secondaryTeams.stream()))
                .collect(Collectors.toSet());
    }
}
