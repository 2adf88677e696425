package io.parley.local.catcher;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.parley.local.web.Exchange;
import io.parley.local.web.Form;
import io.parley.local.web.Page;
import io.parley.local.web.Refusal;

/** Mails and texts as a person would read them; nothing of a sender's runs here, nothing is fetched from elsewhere. */
final class CatcherPage {

    private static final int LISTED = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH);
    private static final String SANDBOX = "sandbox allow-popups allow-popups-to-escape-sandbox; ";

    private final Messages messages;
    private final Page page = Page.beside(CatcherPage.class, "catcher.html");
    private final Page item = Page.beside(CatcherPage.class, "item.html");
    private final Page mail = Page.beside(CatcherPage.class, "mail.html");
    private final Page text = Page.beside(CatcherPage.class, "text.html");
    private final Page nothing = Page.beside(CatcherPage.class, "nothing.html");

    CatcherPage(Messages messages) {
        this.messages = messages;
    }

    void show(Exchange exchange) throws IOException {
        String filter = exchange.query().get("to").orElse("");
        List<Message> listed = messages.all().stream()
                .filter(message -> message.isToSomebodyLike(filter))
                .limit(LISTED)
                .toList();
        Optional<String> chosen = exchange.query().get("message");
        Optional<Message> shown = chosen.isPresent()
                ? chosen.flatMap(messages::get)
                : listed.stream().findFirst();
        exchange.set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'")
                .set("Cache-Control", "no-store")
                .set("Referrer-Policy", "no-referrer")
                .html(
                        200,
                        page.with("filter", filter)
                                .with("view", chosen.isPresent() ? "reading" : "listing")
                                .with("back", "/?" + query(filter, null))
                                .withHtml("list", list(listed, shown, filter))
                                .withHtml("shown", shown.map(this::shown).orElse(nothing.html()))
                                .html());
    }

    /** The HTML of a mail, for the frame: no script, no form, no address but the links that are clicked. */
    void mail(Exchange exchange) throws IOException {
        Message message = messages.get(exchange.parameter("id"))
                .filter(found -> found.html() != null)
                .orElseThrow(() -> new Refusal(404, "no such mail"));
        exchange.set(
                        "Content-Security-Policy",
                        SANDBOX
                                + "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'")
                .set("Cache-Control", "no-store")
                .set("Referrer-Policy", "no-referrer")
                .html(200, "<base target=\"_blank\">" + message.html());
    }

    private String list(List<Message> listed, Optional<Message> shown, String filter) {
        return listed.stream()
                .map(message -> item.with("address", "/?" + query(filter, message.id()))
                        .with(
                                "current",
                                Boolean.toString(shown.filter(message::equals).isPresent()))
                        .with("channel", message.channel() == Message.Channel.EMAIL ? "Mail" : "Text")
                        .with("to", message.to())
                        .with("title", title(message))
                        .with("time", time(message))
                        .html())
                .collect(Collectors.joining());
    }

    private String shown(Message message) {
        if (message.channel() == Message.Channel.SMS) {
            return addresses(text, message)
                    .withHtml("text", Links.clickable(message.text()))
                    .html();
        }
        return addresses(mail, message)
                .with("subject", title(message))
                .with("id", message.id())
                .with("html", message.html() == null ? "no" : "yes")
                .with("open", message.html() == null ? "open" : "")
                .withHtml("text", Links.clickable(message.text()))
                .html();
    }

    private static Page addresses(Page page, Message message) {
        return page.with("to", message.to()).with("from", message.from()).with("time", time(message));
    }

    private static String title(Message message) {
        String title = message.channel() == Message.Channel.EMAIL ? message.subject() : message.text();
        return title == null || title.isBlank() ? "(no subject)" : title;
    }

    private static String time(Message message) {
        return TIME.format(Instant.parse(message.receivedAt()).atZone(ZoneId.systemDefault()));
    }

    private static String query(String filter, String message) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!filter.isEmpty()) {
            fields.put("to", filter);
        }
        if (message != null) {
            fields.put("message", message);
        }
        return Form.of(fields).encoded();
    }
}
