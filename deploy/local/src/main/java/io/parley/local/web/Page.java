package io.parley.local.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** An HTML page with {@code {{places}}}; a value is escaped on its way in. */
public record Page(String html) {

    /** The page that lies beside the class. */
    public static Page beside(Class<?> type, String name) {
        try (InputStream file = type.getResourceAsStream(name)) {
            return new Page(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Page with(String place, String value) {
        return withHtml(place, escape(value));
    }

    /** Fills a place with what is HTML already. */
    public Page withHtml(String place, String value) {
        return new Page(html.replace("{{" + place + "}}", value));
    }

    public static String escape(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;")
                        // A value must not become a place of the page that it is put into.
                        .replace("{{", "&#123;&#123;");
    }
}
