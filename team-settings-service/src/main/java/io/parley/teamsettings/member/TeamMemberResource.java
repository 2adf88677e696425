package io.parley.teamsettings.member;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import io.parley.rest.problem.Problem;
import io.parley.teamsettings.access.Caller;
import io.parley.teamsettings.access.Role;
import io.parley.teamsettings.rest.Page;
import io.parley.teamsettings.rest.PageRequest;
import io.parley.teamsettings.team.Teams;

/** Who is in a team; for supervisors of their own main team only. */
@Path("/api/teams/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
class TeamMemberResource {

    private final Members members;
    private final MemberViews views;
    private final Teams teams;
    private final Caller caller;

    TeamMemberResource(Members members, MemberViews views, Teams teams, Caller caller) {
        this.members = members;
        this.views = views;
        this.teams = teams;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.SYSTEM, Role.SUPERVISOR})
    @WithSession
    public Uni<Page<MemberView>> list(UUID id, @BeanParam PageRequest request) {
        return teams.get(id)
                .call(team -> requireSeen(id))
                .chain(team -> members.pageOf(id, request))
                .chain(rows -> views.page(rows, request));
    }

    private Uni<Void> requireSeen(UUID team) {
        if (caller.seesAll()) {
            return Uni.createFrom().voidItem();
        }
        return members.countIn(caller.subject(), team)
                .invoke(TeamMemberResource::requireOne)
                .replaceWithVoid();
    }

    private static void requireOne(long count) {
        if (count == 0) {
            throw Problem.notFound();
        }
    }
}
