package io.parley.story;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

import io.restassured.path.json.JsonPath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A session, as the one who has it before them sees and drives it. */
record ASession(AColleague colleague, String id) {

    JsonPath now() {
        return get("").done();
    }

    String state() {
        return now().getString("state");
    }

    int sequence() {
        return now().getInt("sequence");
    }

    /** GET of the session, or of something in it. */
    Answer get(String part) {
        return colleague.sessions().get("/api/sessions/" + id + part);
    }

    /** Any command; with what follows from it. */
    Answer tries(String command, Map<String, ?> input) {
        return colleague.sessions().post("/api/sessions/" + id + "/" + command, input);
    }

    Answer tries(String command) {
        return tries(command, Map.of());
    }

    JsonPath does(String command) {
        return tries(command).done();
    }

    Answer triesToReengage(ACustomer customer) {
        return tries("re-engage", Map.of("customer", customer.details()));
    }

    /** States of all invitations, oldest first. */
    List<String> invitations() {
        return get("/invitations").done().getList("items.state");
    }

    ASession awaitInvitations(String... states) {
        await().untilAsserted(() -> assertThat(invitations()).containsExactly(states));
        return this;
    }

    String stateOfTheWorkflow() {
        return now().getString("workflows[0].state");
    }

    List<AnEvent> timeline() {
        return get("/timeline").items().stream().map(AnEvent::ofTimeline).toList();
    }

    /** The timeline says the same as the topic, event by event, from 1 without a gap. */
    void isToldToOthersAsItWas() {
        var timeline = timeline();
        assertThat(timeline)
                .extracting(AnEvent::sequence)
                .as("sequences of the timeline")
                .isEqualTo(upTo(timeline.size()));
        await().untilAsserted(() ->
                assertThat(TheTopics.eventsOf(UUID.fromString(id))).isEqualTo(timeline));
        assertThat(sequence()).isGreaterThanOrEqualTo(timeline.size());
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
