package io.parley.session.limit;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.parley.local.testing.RealParts;
import io.parley.session.access.Pepper;
import io.parley.session.testing.Given;
import io.parley.session.testing.Given.ASession;
import io.parley.session.testing.TeamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

/** Whoever pumps texts is told so before any of them is asked for; and nobody who writes mails. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
class TextBudgetTest {

    private static final int BY_AGENT = 100;
    private static final String OTP = "{\"customer\":{\"authentication\":{\"method\":\"OTP\"}}}";
    private static final String USE_UP = "insert into rate_limit values (decode($1, 'hex'), now() + interval '1 day')"
            + " on conflict (key) do update set free_at = excluded.free_at";

    @Inject
    Pool pool;

    @Inject
    Pepper pepper;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void giveBack() {
        pool.query("delete from rate_limit").execute().await().atMost(Duration.ofSeconds(5));
    }

    private void useUp(String scope, String whom) {
        var key = HexFormat.of()
                .formatHex(pepper.hash("limit texts-by-" + scope, whom))
                .substring(0, 32);
        pool.preparedQuery(USE_UP).execute(Tuple.of(key)).await().atMost(Duration.ofSeconds(5));
    }

    private String allTaken() {
        var taken = new StringBuilder();
        pool.query("select encode(key, 'hex') || free_at as line from rate_limit order by key")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(5))
                .forEach(row -> taken.append(row.getString("line")).append('\n'));
        return taken.toString();
    }

    private static String aNumber() {
        return "+49151" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }

    private static Map<String, Object> byText(String number) {
        return Map.of("customer", Map.of("name", "Anna", "phone", number));
    }

    private static Response start(String owner, String number) {
        return Given.asMachine()
                .body(Map.of("owner", owner, "customer", Map.of("name", "Anna", "phone", number)))
                .post("/api/sessions");
    }

    private static void isRefused(Response answer) {
        answer.then().statusCode(429).body("type", endsWith("/too-many-texts"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    @Test
    void anAgentWhoAsksForManyTextsIsHeldUpUntilTheyComeBackOneByOne() {
        var agent = Given.anOwner();
        int passed = 0;
        while (passed < 2 * BY_AGENT && start(agent, aNumber()).statusCode() == 201) {
            passed++;
        }

        assertThat(passed).as("before the budget, which grows again meanwhile").isBetween(BY_AGENT, BY_AGENT + 10);
        var refused = start(agent, aNumber());
        isRefused(refused);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isLessThanOrEqualTo(3600 / BY_AGENT);
        start(Given.anOwner(), aNumber()).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "prefix", "agent", "team", "country", "total"})
    void aBudgetThatIsUsedUpRefusesTextsAndNoMails(String scope) {
        var agent = Given.anOwner();
        var number = aNumber();
        var whom = Map.of(
                "number",
                number,
                "prefix",
                number.substring(0, number.length() - 3),
                "agent",
                agent,
                "team",
                TeamSettings.SALES,
                "country",
                "DE",
                "total",
                "all");
        var counter = meters.counter("parley.limits.refused", "limit", "texts-by-" + scope, "scope", scope);
        double before = counter.count();
        useUp(scope, whom.get(scope));
        var taken = allTaken();

        isRefused(start(agent, number));

        assertThat(counter.count()).isEqualTo(before + 1);
        Given.aSessionOf(agent, Map.of()).command("resend", null).then().statusCode(200);
        assertThat(allTaken()).as("what was refused or went by mail").contains(taken);
        assertThat(allTaken().lines()).as("by mail, but for the resend's own").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whatIsUsedUpForOneIsThereForOthers() {
        var number = aNumber();
        useUp("number", number);
        useUp("prefix", number.substring(0, number.length() - 3));
        useUp("agent", "somebody");
        useUp("team", TeamSettings.SUPPORT);
        useUp("country", "FR");

        start(Given.anOwner(), aNumber()).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resend", "re-engage"})
    void aCommandThatWouldSendATextIsRefusedAndChangesNothing(String command) {
        var session = Given.aSessionOf(Given.anOwner(), byText(aNumber()));

        isRefusedAndChangesNothing(session, command, command.equals("resend") ? null : byText(aNumber()));
    }

    @Test
    void aPlannedSessionIsNotInvited() {
        var customer = byText(aNumber()).get("customer");

        isRefusedAndChangesNothing(
                Given.aSessionOf(Given.anOwner(), Map.of("plan", true, "customer", customer)), "invite", null);
    }

    @Test
    void anEndedSessionIsRenewedWithoutATextOnly() {
        var session = Given.aSessionOf(Given.anOwner(), byText(aNumber()));
        session.command("end", null).then().statusCode(200);

        isRefusedAndChangesNothing(session, "renew", null);
        session.command("renew", Map.of("notify", false)).then().statusCode(200);
    }

    private void isRefusedAndChangesNothing(ASession session, String command, Object body) {
        useUp("total", "all");
        int sequence = session.read().path("sequence");

        isRefused(session.command(command, body));

        session.read().then().body("sequence", equalTo(sequence));
    }

    @Test
    void aCustomerGetsNoCodeByText() {
        var customer = Map.of("name", "Anna", "email", Given.anEmail(), "phone", aNumber());
        var session = Given.aSessionOf(Given.anOwnerWithSettings(OTP), Map.of("customer", customer));
        useUp("total", "all");

        isRefused(RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/join/" + session.token() + "/otp"));
    }

    @Test
    void aRehearsalTakesNothing() {
        var before = allTaken();

        Given.asMachine()
                .body(Map.of("owner", Given.anOwner(), "customer", Map.of("name", "Anna", "phone", aNumber())))
                .post("/api/sessions?dryRun=true")
                .then()
                .statusCode(200);

        assertThat(allTaken()).isEqualTo(before);
    }
}
