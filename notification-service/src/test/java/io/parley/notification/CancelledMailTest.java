package io.parley.notification;

import java.io.IOException;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.ScriptedPorts;
import io.parley.notification.testing.ScriptedSmtp;
import io.parley.notification.testing.Topics;

import static io.parley.notification.testing.Api.await;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

/** A cancel holds whenever it comes before the handover, and changes nothing after it. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(ScriptedPorts.class)
class CancelledMailTest extends OnScriptedMail {

    /** As many mails as a gateway takes at once. */
    private static final int CONNECTIONS = 32;

    @Test
    void aCancelledMailIsNeverSent() throws IOException {
        var request = ARequest.byMail();
        server.close();
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("REQUESTED"));

        Topics.cancel(request, "SUPERSEDED");

        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SUPERSEDED"));
        server = new ScriptedSmtp(port);
        var later = ARequest.byMail();
        Topics.publish(later);
        await().untilAsserted(() -> assertThat(server.mailsTo(later.to())).hasSize(1));
        assertThat(server.mailsTo(request.to())).isEmpty();
        assertThat(Topics.deliveries(request)).isEmpty();
    }

    @Test
    void aCancelThatComesBeforeItsRequestHolds() {
        var request = ARequest.byMail();
        var later = ARequest.byMail().with("sessionId", request.sessionId());

        Topics.cancel(request, "WITHDRAWN");
        Topics.publish(request);
        Topics.publish(later);

        await().untilAsserted(() -> assertThat(server.mailsTo(later.to())).hasSize(1));
        assertThat(Api.state(request)).isEqualTo("CANCELLED");
        assertThat(server.mailsTo(request.to())).isEmpty();
    }

    @Test
    void aCancelAfterTheHandoverChangesNothing() {
        var request = ARequest.byMail();
        var later = ARequest.byMail().with("sessionId", request.sessionId());
        Topics.publish(request);
        await().untilAsserted(() -> assertThat(Api.state(request)).isEqualTo("SENT"));

        Topics.cancel(request, "SUPERSEDED");
        Topics.publish(later);

        await().untilAsserted(() -> assertThat(Api.state(later)).isEqualTo("SENT"));
        assertThat(Api.state(request)).isEqualTo("SENT");
    }

    @Test
    void aMailThatWaitsForItsTurnAtTheGatewayIsNotSentOnceItIsCancelled() {
        var ahead = Stream.generate(ARequest::byMail).limit(CONNECTIONS).collect(toList());
        ahead.forEach(request -> server.script(request.to(), ScriptedSmtp.Step.SLOW));
        ahead.forEach(Topics::publish);
        await().untilAsserted(() -> assertThat(ahead)
                .allSatisfy(request -> assertThat(server.mailsTo(request.to())).hasSize(1)));
        var waiting = ARequest.byMail();
        Topics.publish(waiting);
        await().untilAsserted(() -> assertThat(Api.state(waiting)).isEqualTo("SENDING"));

        Topics.cancel(waiting, "SUPERSEDED");

        await().untilAsserted(() -> assertThat(Api.state(waiting)).isEqualTo("SUPERSEDED"));
        assertThat(server.mailsTo(waiting.to())).isEmpty();
    }
}
