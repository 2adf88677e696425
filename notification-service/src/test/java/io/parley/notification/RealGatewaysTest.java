package io.parley.notification;

import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.Caught;
import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.Contracts;
import io.parley.notification.testing.OwnPort;
import io.parley.notification.testing.Topics;

import static io.parley.notification.testing.Api.await;
import static org.assertj.core.api.Assertions.assertThat;

/** From the request on its topic to the recipient and back, over a mail server and a text gateway of others. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(OwnPort.class)
class RealGatewaysTest {

    @Test
    void anInvitationByMailArrivesWithItsLink() {
        var request = ARequest.byMail();

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Caught.to(request.to())).hasSize(1));
        var mail = Caught.to(request.to()).get(0);
        assertThat(mail.subject()).isEqualTo("Alice Arden invites you to a private room");
        assertThat(mail.text()).contains("Hello Anna,", request.link());
        assertThat(mail.html()).contains("href=\"" + request.link() + "\"", "#1f4f7a", "prefers-color-scheme");
        assertThat(mail.from()).contains("no-reply@parley.example");
        await().untilAsserted(() -> assertThat(Topics.deliveries(request)).containsExactly("parley.message.sent.v1"));
    }

    @Test
    void anInvitationBySmsArrivesAndItsReceiptComesBack() {
        var request = ARequest.bySms();

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("DELIVERED"));
        assertThat(Caught.to(request.to())).hasSize(1);
        assertThat(Caught.to(request.to()).get(0).text())
                .isEqualTo("Alice Arden of Sales invites you to a private room: " + request.link())
                .hasSizeLessThanOrEqualTo(160);
        await().untilAsserted(() -> assertThat(Topics.deliveries(request)).endsWith("parley.message.delivered.v1"));
    }

    @Test
    void whatIsPublishedIsAsTheSchemaSays() {
        var request = ARequest.bySms();

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Topics.deliveries(request)).endsWith("parley.message.delivered.v1"));
        var events = Topics.read("parley.deliveries", request.sessionId());
        assertThat(events).allSatisfy(event -> {
            var type = Topics.header(event, "ce_type");
            assertThat(Contracts.faults(type, event.value())).isEqualTo(List.of());
            assertThat(Topics.header(event, "ce_specversion")).isEqualTo("1.0");
            assertThat(Topics.header(event, "ce_source")).isEqualTo("/parley/notification-service");
            assertThat(Topics.header(event, "ce_subject")).isEqualTo(request.sessionId());
            assertThat(Topics.header(event, "ce_partitionkey")).isEqualTo(request.sessionId());
            assertThat(Topics.header(event, "ce_dataschema")).isEqualTo("urn:parley:schema:" + type);
            assertThat(Topics.header(event, "ce_correlationid"))
                    .isEqualTo(request.headers().getString("ce_correlationid"));
            assertThat(Topics.header(event, "ce_id")).isNotBlank();
            assertThat(Topics.header(event, "ce_time")).isNotBlank();
            assertThat(Topics.header(event, "content-type")).isEqualTo("application/json");
            assertThat(event.value()).doesNotContain(request.to(), request.link());
        });
    }

    @Test
    void aRequestThatComesTwiceIsSentOnce() {
        var request = ARequest.byMail();
        var later = ARequest.byMail();

        Topics.publish(request);
        Topics.publish(request);
        Topics.publish(request.asAnotherEvent());
        Topics.publish(later.with("sessionId", request.sessionId()));

        await().untilAsserted(() -> assertThat(Caught.to(later.to())).hasSize(1));
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        assertThat(Caught.to(request.to())).hasSize(1);
    }
}
