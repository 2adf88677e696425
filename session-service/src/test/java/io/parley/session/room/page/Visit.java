package io.parley.session.room.page;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assertions.assertThat;

/** A customer's visit with a browser of their own; it takes note of what went wrong and of who was asked. */
final class Visit implements AutoCloseable {

    /** Where pictures of all screens go; none are taken without it, for they take longer than all else. */
    private static final String SCREENSHOTS = System.getProperty("parley.screenshots");

    private final BrowserContext context;
    private final Page page;
    private final String site;
    private final List<String> errors = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();

    Visit(Chromium chromium, String site, String language) {
        this.site = site;
        this.context = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale(language).setViewportSize(390, 844));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            // That a refusal was answered is no fault of the page, though the browser notes it as one.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("data:")
                    && !URI.create(request.url())
                            .getAuthority()
                            .equals(URI.create(site).getAuthority())) {
                foreign.add(request.url());
            }
        });
    }

    Page open(String token) {
        page.navigate(site + "/j/" + token);
        return page;
    }

    /** The screen that is shown can be used by everybody, on small and large ones, by day and by night. */
    void requireGoodScreen(String name) {
        page.waitForFunction("() => !document.getElementById('waiting')");
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            if (SCREENSHOTS != null) {
                shoot(name, "desktop", scheme, 1280, 860);
                shoot(name, "tablet", scheme, 768, 1024);
                shoot(name, "small-phone", scheme, 320, 640);
                shoot(name, "phone", scheme, 390, 844);
            }
            // In one go, for there are no frames: what they would be put together in is a page of its own each time.
            assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                    .as(name + " " + scheme)
                    .isEmpty();
        }
        page.setViewportSize(320, 640);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                .as(name + " at 320 pixels")
                .isEqualTo(320);
        page.setViewportSize(390, 844);
        assertThat(errors).as("errors in the console").isEmpty();
        assertThat(foreign).as("foreign hosts that were asked").isEmpty();
    }

    private void shoot(String name, String device, ColorScheme scheme, int width, int height) {
        page.setViewportSize(width, height);
        var file = name + "-" + device + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of(SCREENSHOTS, file)).setFullPage(true));
    }

    Page page() {
        return page;
    }

    @Override
    public void close() {
        context.close();
    }
}
