package io.parley.notification.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import io.parley.notification.message.model.Brand;
import io.parley.notification.message.model.Channel;
import io.parley.notification.message.model.Letter;
import io.parley.notification.message.model.Request;

import static java.util.stream.Collectors.toList;

/** Writes what a request asks for, in the recipient's language and the team's brand and words. */
@ApplicationScoped
public class Letters {

    private static final Pattern LINK = Pattern.compile("https?://[\\x21-\\x7E]{1,500}");

    @CheckedTemplate
    static class Layouts {
        static native TemplateInstance mailHtml(MailView mail);

        static native TemplateInstance mailText(MailView mail);
    }

    /** @throws IllegalArgumentException if the link is none that a person could open */
    public Letter write(Request request) {
        if (request.link() != null && !LINK.matcher(request.link()).matches()) {
            throw new IllegalArgumentException("not a link");
        }
        return request.channel() == Channel.SMS ? text(request) : mail(request);
    }

    /** How long a text message is, as the network counts. */
    public static int characters(String text) {
        return Gsm7.holds(text) ? Gsm7.length(text) : text.length();
    }

    private static Letter text(Request request) {
        var texts = Texts.of(request.locale());
        var english = Texts.of(Texts.FALLBACK);
        var barest = request.code() == null ? "short.link" : "short.code";
        var sentences = Stream.of(
                        own(request, texts, "sms"),
                        texts.get(barest),
                        sentence(request, english, "sms"),
                        english.get(barest))
                .filter(Objects::nonNull)
                .filter(sentence -> carries(sentence, request))
                .collect(toList());
        return new Letter(
                request.messageId(),
                request.to(),
                brand(request).smsSender(),
                null,
                null,
                SmsText.write(sentences, values(request, texts)),
                null);
    }

    private static Letter mail(Request request) {
        var view = view(request);
        return new Letter(
                request.messageId(),
                request.to(),
                brand(request).mailFromName() == null
                        ? request.teamName()
                        : brand(request).mailFromName(),
                brand(request).mailReplyTo(),
                view.subject(),
                Layouts.mailText(view).render().strip(),
                Layouts.mailHtml(view).render());
    }

    private static MailView view(Request request) {
        var texts = Texts.of(request.locale());
        var values = Isolated.names(values(request, texts), texts.get("direction"));
        var colour = Colour.of(brand(request).primaryColour());
        return new MailView(
                texts.language(),
                texts.get("direction"),
                values.get("team"),
                Placeholders.fill(own(request, texts, "subject"), values),
                Placeholders.fill(texts.get("greeting"), values),
                Placeholders.fill(own(request, texts, "text"), values),
                sentence(request, texts, "action"),
                values.get("link"),
                values.get("code"),
                texts.get("hint"),
                texts.get("ignore"),
                Placeholders.fill(texts.get("closing"), values),
                colour.hex(),
                colour.readable());
    }

    private static String own(Request request, Texts texts, String part) {
        return TeamTexts.find(request.brand(), texts.language(), request.kind(), part)
                .orElseGet(() -> sentence(request, texts, part));
    }

    private static String sentence(Request request, Texts texts, String part) {
        return texts.get(request.kind().name() + "." + part);
    }

    /** A team's words that forget the link or the code would be worse than none. */
    private static boolean carries(String sentence, Request request) {
        return (request.link() == null || sentence.contains("{link}"))
                && (request.code() == null || sentence.contains("{code}"));
    }

    private static Map<String, String> values(Request request, Texts texts) {
        var values = new HashMap<String, String>();
        values.put("recipient", Names.line(request.recipientName()));
        values.put("agent", Names.line(request.agentName()));
        values.put(
                "team",
                Names.line(
                        brand(request).name() == null
                                ? request.teamName()
                                : brand(request).name()));
        values.put("customer", Names.line(request.customerName()));
        values.put("reason", Names.line(reason(request, texts)));
        if (request.link() != null) {
            values.put("link", request.link());
        }
        if (request.code() != null) {
            values.put("code", request.code());
        }
        return values;
    }

    private static String reason(Request request, Texts texts) {
        var known = texts.get("reason." + request.reason());
        return known == null ? request.reason() : known;
    }

    private static Brand brand(Request request) {
        return request.brand() == null ? new Brand(null, null, null, null, null, null, Map.of()) : request.brand();
    }
}
