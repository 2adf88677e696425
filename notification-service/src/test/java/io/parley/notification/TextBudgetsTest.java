package io.parley.notification;

import java.time.Duration;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.local.testing.RealParts;
import io.parley.notification.testing.ARequest;
import io.parley.notification.testing.Api;
import io.parley.notification.testing.ScriptedPorts;
import io.parley.notification.testing.ScriptedSms;
import io.parley.notification.testing.Topics;

import static io.parley.notification.testing.Api.await;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** However texts are pumped, no more of them go out than each of the budgets allows. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@WithTestResource(ScriptedPorts.class)
class TextBudgetsTest {

    @ConfigProperty(name = "parley.gateways.named.twilio.url")
    String url;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Inject
    Pool pool;

    ScriptedSms gateway;

    @BeforeEach
    void startGateway() {
        gateway = new ScriptedSms(Integer.parseInt(url.substring(url.lastIndexOf(':') + 1)));
    }

    @AfterEach
    void stopGateway() {
        gateway.close();
        run("update budget set used = 0");
    }

    @Test
    void tooManyTextsToOneNumberAreNotSent() {
        var number = ARequest.bySms().to();
        var requests = Stream.generate(() -> ARequest.bySms().with("to", number))
                .limit(11)
                .collect(toList());

        requests.forEach(Topics::publish);

        await().untilAsserted(
                        () -> assertThat(requests.stream().map(Api::state)).containsOnly("SENT", "UNDELIVERED"));
        assertThat(gateway.textsTo(number)).hasSize(10);
        assertThat(requests.stream().filter(request -> Api.state(request).equals("UNDELIVERED")))
                .singleElement()
                .satisfies(TextBudgetsTest::wasOverALimit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "country", "number", "prefix", "team", "total"})
    void anAccountThatIsUsedUpPaysForNoText(String scope) {
        var first = ARequest.bySms();
        Topics.publish(first);
        await().untilAsserted(() -> assertThat(Api.state(first)).isEqualTo("SENT"));
        run("update budget set used = 1000000 where scope = '" + scope + "'");
        var second = ARequest.bySms().with("to", first.to());
        var mail = ARequest.byMail();

        Topics.publish(second);
        Topics.publish(mail);

        await().untilAsserted(() -> assertThat(Api.state(second)).isEqualTo("UNDELIVERED"));
        wasOverALimit(second);
        assertThat(gateway.textsTo(first.to())).hasSize(1);
        RestAssured.given()
                .port(managementPort)
                .get("/metrics")
                .then()
                .body(containsString("parley_limits_refused_total{scope=\"" + scope + "\"}"));
        assertThat(Api.notification(mail.messageId()).getString("reason")).isNull();
    }

    @Test
    void remindersAndInvitationsDoNotUseUpEachOthersBudgets() {
        var number = ARequest.bySms().to();
        var reminders = Stream.generate(
                        () -> ARequest.bySms().with("to", number).with("kind", "REMINDER"))
                .limit(11)
                .collect(toList());
        reminders.forEach(Topics::publish);
        await().untilAsserted(
                        () -> assertThat(reminders.stream().map(Api::state)).containsOnly("SENT", "UNDELIVERED"));
        assertThat(gateway.textsTo(number)).hasSize(10);

        var invitation = ARequest.bySms().with("to", number);
        Topics.publish(invitation);

        await().untilAsserted(() -> assertThat(Api.state(invitation)).isEqualTo("SENT"));
        run("update budget set used = 1000000 where key not like 'timers:%'");
        var refused = ARequest.bySms();
        var reminder = ARequest.bySms().with("kind", "REMINDER");
        Topics.publish(refused);
        Topics.publish(reminder);
        await().untilAsserted(() -> assertThat(Api.state(refused)).isEqualTo("UNDELIVERED"));
        await().untilAsserted(() -> assertThat(Api.state(reminder)).isEqualTo("SENT"));
    }

    @Test
    void aTextWhoseBudgetsCannotBeAskedIsKnownNotToBeSentAndWaits() {
        var text = ARequest.bySms();
        run("alter table budget rename to budget_away");
        try {
            Topics.publish(text);
            await().untilAsserted(
                            () -> assertThat(Api.notification(text.messageId()).getList("history.reason", String.class))
                                    .contains("budgets-unreachable"));
        } finally {
            run("alter table budget_away rename to budget");
        }

        await().untilAsserted(() -> assertThat(Api.state(text)).isEqualTo("SENT"));
        assertThat(Api.notification(text.messageId()).getInt("unknown")).isZero();
        assertThat(gateway.textsTo(text.to())).hasSize(1);
    }

    private static void wasOverALimit(ARequest request) {
        assertThat(Api.notification(request.messageId()).getString("reason")).isEqualTo("over-limit");
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(Duration.ofSeconds(5));
    }
}
