package io.parley.notification.gateway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.core.json.Json;

/** The body that a generic gateway wants, with values escaped for its type, in one pass. */
record BodyTemplate(String template, String contentType) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(to|from|text|id|callback)}");

    String fill(Map<String, String> values) {
        UnaryOperator<String> escape = escape();
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(escape.apply(values.get(found.group(1)))));
    }

    private UnaryOperator<String> escape() {
        if (contentType.contains("json")) {
            return BodyTemplate::json;
        }
        if (contentType.contains("xml")) {
            return BodyTemplate::xml;
        }
        return value -> URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What stands between the quotes, which are the template's. */
    private static String json(String value) {
        var quoted = Json.encode(value);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String xml(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
