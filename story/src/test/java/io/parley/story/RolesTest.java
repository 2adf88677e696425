package io.parley.story;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.parley.local.port.Port;
import io.parley.story.installation.Story;

import static io.parley.story.AColleague.ADA;
import static io.parley.story.AColleague.ALICE;
import static io.parley.story.AColleague.BOB;
import static io.parley.story.AColleague.DAVE;
import static io.parley.story.AColleague.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who may do what with a session of Sales. */
@Story
class RolesTest {

    private static final List<String> PARTS = List.of("", "/timeline", "/invitations", "/assets", "/documents");

    private final ACustomer gina = ACustomer.withEmail("Gina");
    private final String sales = ALICE.team("Sales");
    private String service;

    @BeforeEach
    void daveIsInSales() {
        service = ADA.settings().get("/api/members/dave").done().getString("mainTeam.id");
        isIn(sales);
    }

    @AfterEach
    void daveIsWhereHeWas() {
        isIn(service);
    }

    @Test
    void aSupervisorTransfersASessionAndTheNewOwnerGoesOnWithIt() {
        var session = ALICE.starts(ANewSession.with(gina));
        gina.joins(gina.receivesOne().link()).done();
        DAVE.sees(session).get("").refused(404, "not-found");

        var transferred =
                SAM.sees(session).tries("transfer", Map.of("owner", "dave")).done();

        assertThat(transferred.getString("owner")).isEqualTo("dave");
        assertThat(transferred.getString("homeTeam")).isEqualTo(sales);
        assertThat(DAVE.sees(session).state()).isEqualTo("ACTIVE");
        session.get("").refused(404, "not-found");
        assertThat(gina.room().done().getString("agentName")).isEqualTo("Dave Dunn");
        await().untilAsserted(() -> {
            assertThat(TheCatcher.messagesTo("dave@parley.example")).isNotEmpty();
            assertThat(TheCatcher.messagesTo("alice@parley.example")).isNotEmpty();
        });
        assertThat(DAVE.sees(session).does("end").getString("state")).isEqualTo("ENDED");
        DAVE.sees(session).isToldToOthersAsItWas();
    }

    @Test
    void aSupervisorEndsASessionOfTheTeam() {
        var session = ALICE.starts(ANewSession.with(gina));

        assertThat(SAM.sees(session).does("end").getString("endReason")).isEqualTo("SUPERVISOR");

        assertThat(session.state()).isEqualTo("ENDED");
        SAM.sees(session).tries("renew").refused(403, "forbidden");
    }

    @Test
    void whoeverHasNothingToDoWithASessionDoesNotLearnThatItExists() {
        var session = ALICE.starts(ANewSession.with(gina));

        for (var part : PARTS) {
            BOB.sees(session).get(part).refused(404, "not-found");
            ADA.sees(session).get(part).refused(403, "forbidden");
            Api.anonymous(Port.SESSION)
                    .get("/api/sessions/" + session.id() + part)
                    .refused(401, "unauthenticated");
        }
        for (var command : List.of("end", "renew", "resend", "link")) {
            BOB.sees(session).tries(command).refused(404, "not-found");
            ADA.sees(session).tries(command).refused(403, "forbidden");
        }
        Api.with("not.a.token", Port.SESSION).get("/api/sessions").refused(401, "unauthenticated");
        assertThat(session.state()).isEqualTo("INVITED");
    }

    private void isIn(String team) {
        ADA.settings()
                .put("/api/members/dave", Map.of("name", "Dave Dunn", "email", "dave@parley.example", "mainTeam", team))
                .done();
        await().until(() -> DAVE.sessions()
                .get("/api/session-settings")
                .done()
                .getString("homeTeam.id")
                .equals(team));
    }
}
