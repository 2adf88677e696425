package io.parley.story;

import java.util.List;
import java.util.Map;

import io.restassured.http.Method;
import org.junit.jupiter.api.Test;

import io.parley.story.installation.Story;

import static io.parley.story.AColleague.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

/** Start, invite by email, join, work, end, renew. */
@Story
class ByEmailTest {

    private final ACustomer anna = ACustomer.withEmail("Anna");

    @Test
    void whoeverOnlyLooksAtALinkLeavesTheSessionInvited() {
        var session = ALICE.starts(ANewSession.with(anna));
        var link = anna.receivesOne().link();
        session.awaitInvitations("SENT");
        var before = session.now();

        for (var path : List.of("/j/", "/api/join/")) {
            for (var method : List.of(Method.HEAD, Method.GET, Method.OPTIONS)) {
                for (int time = 0; time < 25; time++) {
                    var answer = anna.looksAt(path + AMessage.token(link), method);
                    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                    assertThat(answer.headers("Set-Cookie"))
                            .allSatisfy(cookie -> assertThat(path).isEqualTo("/api/join/"))
                            .allSatisfy(cookie ->
                                    assertThat(anna.roomBy(cookie).status()).isEqualTo(401));
                }
            }
        }

        assertThat(session.now().getMap("")).isEqualTo(before.getMap(""));
        assertThat(session.state()).isEqualTo("INVITED");
        assertThat(anna.knocks(link).done().getBoolean("alreadyIn")).isFalse();
        anna.joins(link).done();
        assertThat(session.state()).isEqualTo("ACTIVE");
        session.isToldToOthersAsItWas();
    }

    @Test
    void aCustomerJoinsWorksLooksBackAndGoesOnAfterARenewal() {
        var session = ALICE.starts(ANewSession.with(anna)
                .asset(ALICE.asset("How this works"))
                .workflow(ALICE.workflow("Offer of the day")));
        assertThat(session.state()).isEqualTo("INVITED");
        var mail = anna.receivesOne();
        assertThat(mail.from()).contains("Parley Sales");
        assertThat(mail.text()).contains("Hello Anna").contains("Alice Arden");
        session.awaitInvitations("SENT");
        anna.room().refused(401, "not-in-the-room");

        anna.joins(mail.link()).done();

        var room = anna.room().done();
        assertThat(room.getString("access")).isEqualTo("FULL");
        assertThat(room.getList("assets.name")).containsExactly("How this works");
        assertThat(room.getList("workflows.name")).containsExactly("Offer of the day");
        assertThat(room.getString("workflows[0].state")).isEqualTo("RUNNING");
        assertThat(session.state()).isEqualTo("ACTIVE");
        assertThat(session.invitations()).containsExactly("ACCEPTED");
        var offer = room.getString("workflows[0].id");
        anna.does("step-1", offer, Map.of()).done();
        assertThat(session.now().getString("workflows[0].steps[0].completedAt")).isNotNull();
        anna.joins(mail.link()).done();
        session.triesToReengage(ACustomer.withEmail("Ben")).refused(409, "customer-already-joined");

        var ended = session.does("end");
        assertThat(ended.getString("state")).isEqualTo("ENDED");
        assertThat(ended.getString("accessAfterEnd.mode")).isEqualTo("VIEW");
        assertThat(ended.getString("workflows[0].state")).isEqualTo("STOPPED");
        assertThat(anna.room().done().getString("access")).isEqualTo("VIEW");
        anna.does("step-2", offer, signedBy("Anna")).refused(403, "access-ended");

        var renewed = session.does("renew");
        assertThat(renewed.getString("state")).isEqualTo("ACTIVE");
        assertThat(renewed.getString("workflows[0].state")).isEqualTo("RUNNING");
        assertThat(anna.room().done().getString("access")).isEqualTo("FULL");
        var again = anna.receives(2);
        assertThat(again.link()).isNotEqualTo(mail.link());
        assertThat(again.identity()).isNotEqualTo(mail.identity());
        session.awaitInvitations("ACCEPTED", "SENT");
        anna.joins(again.link()).done();
        assertThat(session.invitations()).containsExactly("ACCEPTED", "ACCEPTED");
        anna.does("step-2", offer, signedBy("Anna")).done();
        assertThat(session.stateOfTheWorkflow()).isEqualTo("COMPLETED");

        assertThat(session.timeline())
                .extracting(AnEvent::type)
                .containsExactly(
                        "parley.session.started.v1",
                        "parley.asset.added.v1",
                        "parley.workflow.added.v1",
                        "parley.session.invited.v1",
                        "parley.workflow.started.v1",
                        "parley.session.joined.v1",
                        "parley.workflow.step-completed.v1",
                        "parley.session.ended.v1",
                        "parley.workflow.stopped.v1",
                        "parley.session.renewed.v1",
                        "parley.session.invited.v1",
                        "parley.workflow.started.v1",
                        // The link of the renewal, used up by the browser that had joined.
                        "parley.session.changed.v1",
                        "parley.workflow.step-completed.v1",
                        "parley.workflow.completed.v1");
        session.isToldToOthersAsItWas();
    }

    @Test
    void aStartThatIsAskedForTwiceUnderOneKeyIsOneSession() {
        var start = ANewSession.with(anna);
        var first = ALICE.triesToStart(start, "a key of alice's");

        var second = ALICE.triesToStart(start, "a key of alice's");

        assertThat(second.done().getMap("")).isEqualTo(first.done().getMap(""));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        ALICE.triesToStart(ANewSession.with(ACustomer.withEmail("Ben")), "a key of alice's")
                .refused(422, "idempotency-key-reused");
        anna.receivesOne();
    }

    private static Map<String, ?> signedBy(String name) {
        return Map.of("input", Map.of("name", name));
    }
}
