package io.parley.notification;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.LogOutput;
import io.parley.notification.testing.ScriptedPorts;
import io.parley.notification.testing.ScriptedSmtp.Step;
import io.parley.notification.testing.Topics;
import io.parley.notification.upkeep.EraseContacts;

import static io.parley.notification.testing.Api.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Contacts and links live as long as they are needed, and are never where they must not be. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(ScriptedPorts.class)
class KeptDataTest extends OnScriptedMail {

    @Inject
    EraseContacts contacts;

    @Test
    void afterTheHandoverNothingPersonalIsLeft() {
        var request = ARequest.byMail();

        Topics.publish(request);

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        assertThat(rows("select 1 from content where message_id = '" + request.messageId() + "'"))
                .isZero();
        assertThat(rows("select 1 from message m where m::text like '%" + request.to() + "%'"))
                .isZero();
        assertThat(Api.notification(request.messageId()).getString("contact")).isEqualTo("a•••@example.org");
    }

    @Test
    void noContactAndNoLinkIsEverLogged() throws IOException {
        var sent = ARequest.byMail();
        var refused = ARequest.byMail();
        var cut = ARequest.byMail();
        var unreadable = ARequest.byMail().with("kind", "NEWSLETTER");
        server.script(refused.to(), Step.GONE);
        server.script(cut.to(), Step.CUT_AFTER_DATA, Step.BUSY);
        try (var log = new LogOutput()) {
            List.of(sent, refused, cut, unreadable).forEach(Topics::publish);
            await().untilAsserted(() -> assertThat(Api.state(sent)).isEqualTo("SENT"));
            await().untilAsserted(() -> assertThat(Api.state(cut)).isEqualTo("SENT"));
            await().untilAsserted(() -> assertThat(Api.state(refused)).isEqualTo("UNDELIVERED"));
            await().untilAsserted(() -> assertThat(log.all()).contains("Unreadable event put aside"));

            assertThat(List.of(sent, refused, cut, unreadable))
                    .allSatisfy(request -> assertThat(log.all()).doesNotContain(request.to(), request.link()));
        }
    }

    @Test
    void whatIsOldIsPurged() {
        var request = ARequest.byMail();
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));
        rows("insert into inbox values (gen_random_uuid(), now() - interval '60 days')");
        rows("update message set received_at = now() - interval '500 days' where id = '" + request.messageId() + "'");

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("UNKNOWN HERE"));

        assertThat(rows("select 1 from attempt where message_id = '" + request.messageId() + "'"))
                .isZero();
        await().untilAsserted(
                        () -> assertThat(rows("select 1 from inbox where arrived_at < now() - interval '50 days'"))
                                .isZero());
    }

    @Test
    void aContactThatIsOldIsErasedAndTheMessageStillCounts() {
        var request = ARequest.byMail();
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));

        rows("update message set received_at = now() - interval '40 days' where id = '" + request.messageId() + "'");

        await().untilAsserted(
                        () -> assertThat(Api.notification(request.messageId()).getString("contact"))
                                .isNull());
        assertThat(Api.state(request)).isEqualTo("SENT");
    }

    @Test
    void aSessionThatIsPurgedLeavesNothingOfItsContacts() throws IOException {
        var sent = ARequest.byMail();
        var waiting = ARequest.byMail().with("sessionId", sent.sessionId());
        var unreadable = ARequest.byMail().with("kind", "NEWSLETTER");
        unreadable.headers().put("ce_subject", sent.sessionId());
        Topics.publish(sent);
        await().untilAsserted(() -> assertThat(Api.state(sent)).isEqualTo("SENT"));
        server.close();
        Topics.publish(waiting);
        Topics.publish(unreadable);
        await().untilAsserted(() -> assertThat(Api.state(waiting)).isEqualTo("REQUESTED"));
        await().untilAsserted(() -> assertThat(lettersOf(sent)).isEqualTo(1));

        var erased =
                contacts.ofSession(UUID.fromString(sent.sessionId())).await().atMost(Duration.ofSeconds(5));

        assertThat(erased).isEqualTo(2);
        assertThat(lettersOf(sent)).isZero();
        assertThat(Api.state(sent)).isEqualTo("SENT");
        assertThat(Api.state(waiting)).isEqualTo("CANCELLED");
        assertThat(rows("select 1 from content where message_id = '" + waiting.messageId() + "'"))
                .isZero();
        assertThat(Api.notification(sent.messageId()).getString("contact")).isNull();
    }

    private int lettersOf(ARequest request) {
        return rows("select 1 from dead_letter where headers like '%" + request.sessionId() + "%'");
    }
}
