package io.parley.session.settings.hearing;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.parley.session.testing.Topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is told on the topic is heard: of whom it is about, and of nobody else. */
@QuarkusTest
class HearingTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Hearing hearing;

    private final UUID team = UUID.randomUUID();
    private final Concern ofTheTeam = new Concern("agent-" + team, Set.of(UUID.randomUUID(), team));
    private final Concern ofOthers = new Concern("agent-" + UUID.randomUUID(), Set.of(UUID.randomUUID()));
    private long revision;

    @BeforeEach
    void theReplicaListens() {
        await().atMost(SOON).until(() -> hearing.vouchesFor(System.nanoTime()));
        revision = hearing.newest();
    }

    @Test
    void aChangeOfATeamTouchesItAlone() {
        tell(team.toString(), """
                {"scope":"TEAM","team":"%s","revision":%d,"change":"SETTINGS","keys":["link.lifetime"]}""", team);

        assertThat(hearing.isTouched(ofTheTeam, revision)).isTrue();
        assertThat(hearing.isTouched(ofTheTeam, revision + 1)).isFalse();
        assertThat(hearing.isTouched(ofOthers, revision)).isFalse();
    }

    @Test
    void aChangeOfMembersTouchesThemAlone() {
        tell(team.toString(), """
                {"scope":"TEAM","team":"%s","revision":%d,"change":"MEMBERS","subjects":["x","%3$s"]}""", team);

        assertThat(hearing.isTouched(ofOthers, revision)).isFalse();
        assertThat(hearing.isTouched(ofTheTeam, revision)).isFalse();
        assertThat(hearing.isTouched(new Concern(ofOthers.subject(), Set.of(team)), revision))
                .isFalse();
        assertThat(hearing.isTouched(new Concern("x", Set.of()), revision)).isTrue();
    }

    @Test
    void whoLendsTouchesEverybody() {
        tell(team.toString(), """
                {"scope":"TEAM","team":"%s","revision":%d,"change":"SETTINGS","keys":["room.chat","lending.to.mode"]}""", team);

        assertThat(hearing.isTouched(ofOthers, revision)).isTrue();
    }

    @Test
    void theOrganisationTouchesEverybody() {
        tell("organisation", """
                {"scope":"ORGANISATION","ignored":"%s","revision":%d,"change":"SETTINGS","keys":["room.chat"]}""", team);

        assertThat(hearing.isTouched(ofOthers, revision)).isTrue();
    }

    @Test
    void aWordThatIsNotKnownYetTouchesEverybody() {
        tell(team.toString(), """
                {"scope":"TEAM","team":"%s","revision":%d,"change":"HOLIDAYS"}""", team);

        assertThat(hearing.isTouched(ofOthers, revision)).isTrue();
    }

    @Test
    void afterWhatCannotBeReadNothingOfBeforeIsVouchedFor() {
        var before = System.nanoTime();
        assertThat(hearing.vouchesFor(before)).isTrue();

        Topic.send(new ProducerRecord<>("parley.team-settings", "organisation", "{\"revision\":\"none\"}"));

        await().atMost(SOON).until(() -> !hearing.vouchesFor(before));
        await().atMost(SOON).until(() -> hearing.vouchesFor(System.nanoTime()));
        assertThat(hearing.vouchesFor(before)).isFalse();
    }

    private void tell(String key, String event, UUID about) {
        Topic.send(new ProducerRecord<>("parley.team-settings", key, event.formatted(about, revision + 1, "y")));
        await().atMost(SOON).until(() -> hearing.newest() > revision);
    }
}
