package io.parley.local.catcher;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.parley.local.web.Page;

/** The web addresses in a message, in the order of reading. */
final class Links {

    /** An address ends before the punctuation of its sentence. */
    private static final Pattern IN_TEXT = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]}]");

    private static final Pattern IN_HTML =
            Pattern.compile("href\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);

    private Links() {}

    static List<String> in(String text, String html) {
        var links = new LinkedHashSet<String>();
        addTo(links, IN_TEXT.matcher(text == null ? "" : text));
        Matcher hrefs = IN_HTML.matcher(html == null ? "" : html);
        while (hrefs.find()) {
            String address = hrefs.group(1) != null ? hrefs.group(1) : hrefs.group(2);
            addTo(links, IN_TEXT.matcher(address.replace("&amp;", "&")));
        }
        return List.copyOf(links);
    }

    /** The text as HTML, its addresses to be clicked. */
    static String clickable(String text) {
        var html = new StringBuilder();
        Matcher matcher = IN_TEXT.matcher(text);
        int end = 0;
        while (matcher.find()) {
            String address = Page.escape(matcher.group());
            html.append(Page.escape(text.substring(end, matcher.start())))
                    .append("<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a>");
            end = matcher.end();
        }
        return html.append(Page.escape(text.substring(end))).toString();
    }

    private static void addTo(Set<String> links, Matcher matcher) {
        while (matcher.find()) {
            links.add(matcher.group());
        }
    }
}
