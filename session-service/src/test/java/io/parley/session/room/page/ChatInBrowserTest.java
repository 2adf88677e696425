package io.parley.session.room.page;

import java.net.URL;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import io.parley.local.testing.RealParts;
import io.parley.local.testing.Tokens;
import io.parley.session.live.Listening;
import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A customer with a real browser writes to the agent, and sees what happens without loading the page anew. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
@EnabledIf(value = "io.parley.session.room.page.Chromium#isExpected", disabledReason = "no Chromium on this machine")
class ChatInBrowserTest {

    private static Chromium chromium;

    @TestHTTPResource("/")
    URL site;

    @BeforeAll
    static void start() {
        TeamSettings.change("alice", "{\"subject\":{\"name\":\"Alice Arden\"}}");
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        TeamSettings.change("alice", "{}");
    }

    @Test
    void bothWriteAndTheCustomerSeesItAtOnce() {
        var session = aliceStarts();
        write(session, "Welcome, Anna. Please look at page two first.");
        try (var visit = new Visit(chromium, address(), "en-GB")) {
            var page = visit.open(token(session));
            button(page, "Enter the room").click();
            assertThat(log(page)).containsText("Welcome, Anna.");
            page.getByLabel("Your message").fill("Thank you! Is <b>this</b> right?");
            button(page, "Send message").click();
            assertThat(log(page)).containsText("Is <b>this</b> right?");
            assertThat(page.getByLabel("Your message")).isFocused();
            assertThat(page.getByLabel("Your message")).hasValue("");

            try (var agent = Listening.to(
                            "/api/sessions/" + session + "/stream", "Authorization", "Bearer " + Tokens.of("alice"))
                    .opened()) {
                assertThat(page.getByText("Alice Arden is here now")).isVisible(soon());
                page.getByLabel("Your message").fill("What I am typing stays");
                write(session, "Yes, it is. I have added the terms for you.");
                Given.as("alice")
                        .body(Map.of("asset", TeamSettings.TEXT_ASSET))
                        .post("/api/sessions/{id}/assets", session);
                assertThat(log(page)).containsText("I have added the terms", containsSoon());
                assertThat(page.getByText("Welcome to your room.")).isVisible(soon());
                assertThat(page.getByLabel("Your message")).hasValue("What I am typing stays");
                visit.requireGoodScreen("chat");
            }
            assertThat(page.getByText("Alice Arden is not here at the moment")).isVisible(soon());
        }
    }

    @Test
    void withoutTheStreamThePageLooksByItself() {
        var session = aliceStarts();
        try (var visit = new Visit(chromium, address(), "de-DE")) {
            visit.page().route("**/api/room/stream", route -> route.abort());
            visit.page().clock().install();
            var page = visit.open(token(session));
            button(page, "Raum betreten").click();
            assertThat(page.getByText("Haben Sie eine Frage?")).isVisible();
            write(session, "Guten Tag, Anna");
            page.clock().fastForward("00:10");

            assertThat(log(page)).containsText("Guten Tag, Anna", containsSoon());
            assertThat(page.getByText("Die Verbindung wird wiederhergestellt.")).isVisible();
            visit.requireGoodScreen("chat-reconnecting");
        }
    }

    private static String aliceStarts() {
        return Given.as("alice")
                .body(Map.of(
                        "customer",
                        Map.of("name", "Anna Ames", "email", Given.anEmail()),
                        "workflows",
                        List.of(TeamSettings.WORKFLOW)))
                .post("/api/sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String token(String session) {
        String link = Given.as("alice").post("/api/sessions/{id}/link", session).path("link");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static void write(String session, String text) {
        Given.as("alice")
                .body(Map.of("text", text))
                .post("/api/sessions/{id}/messages", session)
                .then()
                .statusCode(201);
    }

    private String address() {
        return site.toString().replaceAll("/$", "");
    }

    private static LocatorAssertions.IsVisibleOptions soon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(25_000);
    }

    private static LocatorAssertions.ContainsTextOptions containsSoon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(25_000);
    }

    private static Locator log(Page page) {
        return page.getByRole(AriaRole.LOG);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
