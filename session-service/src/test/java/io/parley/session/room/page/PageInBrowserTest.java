package io.parley.session.room.page;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import io.parley.local.testing.RealParts;
import io.parley.session.room.Rooms;
import io.parley.session.room.SentCode;
import io.parley.session.testing.Given;
import io.parley.session.testing.TeamSettings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A customer with a real browser: joins by clicking, and does what is to be done. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "session"))
@QuarkusTestResource(TeamSettings.class)
@EnabledIf(value = "io.parley.session.room.page.Chromium#isExpected", disabledReason = "no Chromium on this machine")
class PageInBrowserTest {

    private static final String ALICE = "{\"subject\":{\"name\":\"Alice Arden\"}";
    private static Chromium chromium;

    @TestHTTPResource("/")
    URL site;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void aCustomerJoinsByClickingAndDoesAllSteps(@TempDir Path folder) throws Exception {
        var passport = Files.write(folder.resolve("passport.png"), Rooms.PNG);
        var token = Given.aSessionOf(
                        anOwner(""),
                        Map.of("workflows", List.of(TeamSettings.WORKFLOW), "assets", List.of(TeamSettings.TEXT_ASSET)))
                .token();
        try (var visit = visit("en-GB")) {
            var page = visit.open(token);
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("Alice Arden invites you");
            assertThat(button(page, "Enter the room")).isVisible();
            visit.requireGoodScreen("enter");

            button(page, "Enter the room").click();
            assertThat(heading(page, "Your room with Alice Arden")).isFocused();
            visit.requireGoodScreen("room");
            button(page, "I have read this").click();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Done: Read the terms");

            page.getByLabel("Your file").setInputFiles(passport);
            button(page, "Send this file").click();
            button(page, "Send").click();
            assertThat(page.getByText("Please fill this in.")).isVisible();
            assertThat(page.getByLabel("iban")).isFocused();
            visit.requireGoodScreen("form-error");
            page.getByLabel("iban").fill("DE02120300000000202051");
            button(page, "Send").click();
            page.getByLabel("Your full name").fill("Anna Ames");
            visit.requireGoodScreen("sign");
            button(page, "Sign").click();

            assertThat(page.getByRole(AriaRole.STATUS)).hasText("All done: Open an account. Thank you!");
            assertThat(page.getByText("passport.png")).isVisible();
            visit.requireGoodScreen("done");
        }
    }

    @Test
    void whoReadsFromTheRightHasTheRoomThatWayRound() {
        var token = Given.aSessionOf(anOwner(""), Map.of("workflows", List.of(TeamSettings.WORKFLOW)))
                .token();
        try (var visit = visit("he-IL")) {
            var page = visit.open(token);
            button(page, "כניסה לחדר").click();
            assertThat(heading(page, "החדר שלכם עם \u2068Alice Arden\u2069")).isFocused();
            visit.requireGoodScreen("room-from-the-right");
        }
    }

    @Test
    void aPinIsAskedForUntilItLocks() {
        var owner = anOwner(authentication("\"method\":\"PIN\",\"attempts\":2"));
        var token = Given.aSessionOf(owner, Map.of("pin", "4711")).token();
        try (var visit = visit("de-DE")) {
            var page = visit.open(token);
            button(page, "Raum betreten").click();
            assertThat(page.getByText("Bitte geben Sie die PIN ein.")).isVisible();
            assertThat(page.getByLabel("PIN")).isFocused();
            page.getByLabel("PIN").fill("1111");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Diese PIN stimmt nicht.")).isVisible();
            visit.requireGoodScreen("pin");

            button(page, "Raum betreten").click();
            assertThat(heading(page, "Gesperrt nach zu vielen falschen Antworten"))
                    .isVisible();
            visit.requireGoodScreen("locked");
        }
    }

    @Test
    void consentAndACodeOpenTheRoom() {
        var owner = anOwner(
                "\"customer\":{\"authentication\":{\"method\":\"OTP\"},\"consent\":{\"required\":true,\"text\":\""
                        + "We keep what you enter for as long as the law asks us to.\\n\\nYou may object at any time.\"}}");
        var session = Given.aSessionOf(owner, Map.of());
        try (var visit = visit("en-GB")) {
            var page = visit.open(session.token());
            button(page, "Enter the room").click();
            assertThat(page.getByText("Please agree to the text first.")).isVisible();
            page.getByLabel("I have read this, and I agree.").check();
            button(page, "Send me a code").click();
            assertThat(page.getByText("The code is on its way to you by email."))
                    .isVisible();
            assertThat(page.getByText("Please agree to the text first.")).isHidden();
            assertThat(page.getByLabel("Code")).isFocused();
            visit.requireGoodScreen("consent-and-code");

            page.getByLabel("Code").fill(SentCode.of(session));
            button(page, "Enter the room").click();
            assertThat(heading(page, "Your room with Alice Arden")).isVisible();
            visit.requireGoodScreen("room-empty");
        }
    }

    @Test
    void aLapsedLinkCanBeReplaced() {
        var token = Given.aSessionOf(anOwner("\"link\":{\"lifetime\":\"PT1S\"}"), Map.of())
                .token();
        try (var visit = visit("en-GB")) {
            visit.page().waitForTimeout(1_100);
            var page = visit.open(token);
            assertThat(heading(page, "This link has expired")).isVisible();
            visit.requireGoodScreen("link-expired");

            button(page, "Send me a new link").click();
            assertThat(page.getByText("A new link is on its way to you by email."))
                    .isFocused();
            visit.requireGoodScreen("link-sent");
            page.reload();
            assertThat(heading(page, "There is a newer link")).isVisible();
            visit.requireGoodScreen("link-superseded");
        }
    }

    @Test
    void whoCanNotComeInIsToldWhy() {
        try (var visit = visit("en-GB")) {
            assertThat(heading(visit.open("nonsense"), "This link leads nowhere"))
                    .isVisible();
            visit.requireGoodScreen("link-unknown");

            var ended = Given.aSessionOf(anOwner(""), Map.of());
            var endedToken = ended.token();
            ended.command("end", null);
            assertThat(heading(visit.open(endedToken), "This session has ended"))
                    .isVisible();
            visit.requireGoodScreen("session-ended");

            var expired = Given.aSessionOf(anOwner("\"session\":{\"endAfterInactivity\":\"PT1S\"}"), Map.of())
                    .token();
            visit.page().waitForTimeout(1_100);
            assertThat(heading(visit.open(expired), "This session has expired")).isVisible();
            visit.requireGoodScreen("session-expired");

            var joined = Given.aSessionOf(anOwner(""), Map.of());
            var joinedToken = joined.token();
            Given.join(joined);
            assertThat(heading(visit.open(joinedToken), "Please use your other device"))
                    .isVisible();
            visit.requireGoodScreen("another-device");
        }
    }

    @Test
    void withoutCookiesNobodyIsLetInToBeShutOutAtOnce() {
        try (var visit = visit("en-GB")) {
            visit.page().addInitScript("Object.defineProperty(navigator, 'cookieEnabled', { get: () => false })");
            assertThat(heading(visit.open(Given.anInvitedSession().token()), "Please allow cookies"))
                    .isVisible();
            visit.requireGoodScreen("no-cookies");
        }
    }

    @Test
    void theRoomIsKeptUpToDateAndSurvivesTheEnd() {
        var session = Given.aSessionOf(anOwner(""), Map.of());
        var token = session.token();
        try (var visit = visit("de-AT")) {
            var page = visit.open(token);
            button(page, "Raum betreten").click();
            assertThat(heading(page, "Ihr Raum mit Alice Arden")).isVisible();

            Given.asMachine()
                    .body(Map.of("asset", TeamSettings.TEXT_ASSET))
                    .post("/api/sessions/{id}/assets", session.id());
            assertThat(page.getByText("Welcome to your room.")).isVisible(soon());
            session.command("end", null);
            assertThat(page.getByText("Diese Sitzung ist beendet.")).isVisible(soon());
            visit.requireGoodScreen("room-ended");

            page.reload();
            button(page, "Zurück in den Raum").click();
            assertThat(page.getByText("Welcome to your room.")).isVisible();
        }
    }

    private static IsVisibleOptions soon() {
        return new IsVisibleOptions().setTimeout(20_000);
    }

    private Visit visit(String language) {
        return new Visit(chromium, site.toString().replaceAll("/$", ""), language);
    }

    private static String anOwner(String settings) {
        return Given.anOwnerWith(ALICE + ",\"settings\":{" + settings + "}}");
    }

    private static String authentication(String rule) {
        return "\"customer\":{\"authentication\":{" + rule + "}}";
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }
}
