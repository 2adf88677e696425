package io.parley.session.invitation;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import io.parley.session.testing.Given;
import io.parley.session.testing.Topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class DeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SENT = "parley.message.sent.v1";
    private static final String DELIVERED = "parley.message.delivered.v1";
    private static final String UNDELIVERED = "parley.message.undelivered.v1";

    @Test
    void whatBecameOfAnInvitationIsSeenAtTheSession() {
        var session = Given.anInvitedSession();

        deliver(session, SENT, UUID.randomUUID(), null);
        deliver(session, DELIVERED, UUID.randomUUID(), null);

        awaitInvitation(session, "DELIVERED");
        assertThat(types(session)).containsOnlyOnce("parley.invitation.delivered.v1");
    }

    @Test
    void whatComesLateOrTwiceMovesNothingBack() {
        var session = Given.anInvitedSession();
        var once = UUID.randomUUID();

        deliver(session, DELIVERED, once, null);
        deliver(session, DELIVERED, once, null);
        deliver(session, SENT, UUID.randomUUID(), null);
        deliver(session, UNDELIVERED, UUID.randomUUID(), "gave-up");
        var last = Given.anInvitedSession();
        deliver(last, SENT, UUID.randomUUID(), null);

        awaitInvitation(session, "DELIVERED");
        awaitInvitation(last, "SENT");
        assertThat(types(session)).containsOnlyOnce("parley.invitation.delivered.v1");
        assertThat(types(session)).doesNotContain("parley.invitation.undelivered.v1");
    }

    @Test
    void anUndeliveredInvitationIsToldWithItsReason() {
        var session = Given.anInvitedSession();

        deliver(session, UNDELIVERED, UUID.randomUUID(), "address-rejected");

        awaitInvitation(session, "UNDELIVERED");
        assertThat(session.read().path("invitation.reason").toString()).isEqualTo("address-rejected");
        await().atMost(SOON).untilAsserted(() -> assertThat(Topic.read("parley.messages", session.id()))
                .extracting(event -> event.data().path("kind").asText())
                .contains("INVITATION_UNDELIVERED"));
    }

    @Test
    void aReminderThatNeverGotOutSaysNothingOfItsInvitation() {
        var reminded = Given.anInvitedSession();
        var unreachable = Given.anInvitedSession();

        deliver(reminded, SENT, UUID.randomUUID(), null);
        deliver(reminded, UUID.randomUUID().toString(), UNDELIVERED, UUID.randomUUID(), "over-limit");
        deliver(unreachable, UUID.randomUUID().toString(), UNDELIVERED, UUID.randomUUID(), "not-delivered");
        var last = Given.anInvitedSession();
        deliver(last, SENT, UUID.randomUUID(), null);

        awaitInvitation(last, "SENT");
        awaitInvitation(reminded, "SENT");
        awaitInvitation(unreachable, "UNDELIVERED");
        assertThat(types(reminded)).doesNotContain("parley.invitation.undelivered.v1");
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLettersAndHoldsUpNothing() {
        var session = Given.anInvitedSession();
        var poison = "not json " + UUID.randomUUID();

        Topic.send(new ProducerRecord<>("parley.deliveries", session.id(), poison));
        Topic.sendDelivery(DELIVERED, UUID.randomUUID(), session.id(), "null");
        deliver(session, SENT, UUID.randomUUID(), null);

        awaitInvitation(session, "SENT");
    }

    private static void deliver(Given.ASession session, String type, UUID event, String reason) {
        deliver(session, session.read().path("invitation.id"), type, event, reason);
    }

    private static void deliver(Given.ASession session, String message, String type, UUID event, String reason) {
        String invitation = session.read().path("invitation.id");
        var data =
                "{\"messageId\":\"%s\",\"sessionId\":\"%s\",\"invitationId\":\"%s\",\"kind\":\"INVITATION\",\"channel\":\"EMAIL\"%s}"
                        .formatted(
                                message,
                                session.id(),
                                invitation,
                                reason == null ? "" : ",\"reason\":\"" + reason + "\"");
        Topic.sendDelivery(type, event, session.id(), data);
    }

    private static void awaitInvitation(Given.ASession session, String state) {
        await().atMost(SOON).untilAsserted(() -> assertThat(session.read().<String>path("invitation.state"))
                .isEqualTo(state));
    }

    private static List<String> types(Given.ASession session) {
        return Given.asMachine()
                .get("/api/sessions/{id}/timeline", session.id())
                .path("items.type");
    }
}
