package io.parley.session.room.page;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

import io.parley.session.room.BrandView;
import io.parley.session.room.page.ReadPage.Host;

/** Makes the page: what can be seen at once, and what its script needs to go on. */
@ApplicationScoped
class Page {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final Host NOBODY = new Host("", "", new BrandView("Parley", "#334155", "#94a3b8"), null, null);

    private final Template template;
    private final PageTexts texts;
    private final PageFiles files;
    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    Page(@Location("room/page.html") Template template, PageTexts texts, PageFiles files, ObjectMapper json) {
        this.template = template;
        this.texts = texts;
        this.files = files;
        this.json = json;
    }

    Response invitation(Host host, List<Locale> languages) {
        var language = texts.language(host.customerLocale(), languages, host.brandLocale());
        return answer(Response.Status.OK, host, language, "invite");
    }

    /** The same for each link that is none, so that it tells nothing. */
    Response unknownLink(List<Locale> languages) {
        return answer(Response.Status.NOT_FOUND, NOBODY, texts.language(null, languages, null), "link-unknown");
    }

    /** Something that the page needs is away, or broken. */
    Response unavailable(List<Locale> languages) {
        return answer(Response.Status.SERVICE_UNAVAILABLE, NOBODY, texts.language(null, languages, null), "gone-wrong");
    }

    private Response answer(Response.Status status, Host host, String language, String screen) {
        var nonce = nonce();
        var words = texts.in(language);
        var html = template.data("language", language)
                .data("nonce", nonce)
                .data("palette", Palette.of(host.brand()))
                .data("host", host)
                .data("known", status == Response.Status.OK)
                .data("title", fill(words, screen + ".title", host))
                .data("lead", fill(words, screen + ".text", host))
                .data("words", words)
                .data("version", files.version())
                .data("script", script(host, language, screen))
                .render();
        return Response.status(status)
                .entity(html)
                .header("Content-Security-Policy", POLICY.formatted(nonce))
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
                .build();
    }

    private String script(Host host, String language, String screen) {
        Map<String, Object> data = new HashMap<>();
        data.put("language", language);
        data.put("screen", screen);
        data.put("agent", host.agent());
        data.put("team", host.team());
        data.put("texts", texts.in(language));
        try {
            // It stands in a script element: nothing in it may look like the end of one.
            return json.writeValueAsString(data).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fill(Map<String, String> words, String key, Host host) {
        // A name of the other direction must not turn round the sentence that it stands in.
        var name = "rtl".equals(words.get("direction")) ? "\u2068%s\u2069" : "%s";
        return words.get(key)
                .replace("{agent}", name.formatted(host.agent()))
                .replace("{team}", name.formatted(host.team()));
    }

    private String nonce() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
