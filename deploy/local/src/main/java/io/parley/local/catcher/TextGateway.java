package io.parley.local.catcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.parley.local.web.BasicCredentials;
import io.parley.local.web.Exchange;
import io.parley.local.web.Form;

/** The part of Twilio's Messages API that sends a text; Twilio's own test numbers are refused as Twilio does. */
final class TextGateway {

    private static final int LONGEST_BODY = 1600;

    private final BasicCredentials account;
    private final Messages messages;
    private final Receipts receipts;

    TextGateway(BasicCredentials account, Messages messages, Receipts receipts) {
        this.account = account;
        this.messages = messages;
        this.receipts = receipts;
    }

    void send(Exchange exchange) throws IOException {
        try {
            authenticate(exchange);
            Form form = exchange.form();
            Message message = message(form);
            messages.add(message);
            form.get("StatusCallback").ifPresent(url -> receipts.send(url, message));
            exchange.json(201, answer(message));
        } catch (TextRefused refused) {
            exchange.json(refused.status(), refused.answer());
        }
    }

    private void authenticate(Exchange exchange) {
        boolean known = exchange.basicCredentials()
                .filter(offered -> offered.user().equals(account.user()))
                .filter(offered -> same(offered.password(), account.password()))
                .isPresent();
        if (!known || !exchange.parameter("account").equals(account.user())) {
            throw new TextRefused(401, 20003, "Authenticate");
        }
    }

    private static Message message(Form form) {
        String to = form.get("To").orElseThrow(() -> new TextRefused(400, 21604, "A 'To' phone number is required."));
        String from =
                form.get("From").orElseThrow(() -> new TextRefused(400, 21603, "A 'From' phone number is required."));
        String body = form.get("Body").orElseThrow(() -> new TextRefused(400, 21602, "Message body is required."));
        if (body.length() > LONGEST_BODY) {
            throw new TextRefused(400, 21617, "The message body exceeds the 1600 character limit.");
        }
        TextRefused.checkNumber(to);
        return new Message(
                "SM" + UUID.randomUUID().toString().replace("-", ""),
                Message.Channel.SMS,
                to,
                from,
                null,
                body,
                null,
                Links.in(body, null),
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                null);
    }

    private Map<String, Object> answer(Message message) {
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("sid", message.id());
        answer.put("account_sid", account.user());
        answer.put("status", "queued");
        answer.put("to", message.to());
        answer.put("from", message.from());
        answer.put("body", message.text());
        answer.put("direction", "outbound-api");
        answer.put("date_created", now);
        answer.put("date_updated", now);
        answer.put("num_segments", "1");
        answer.put("num_media", "0");
        answer.put("api_version", "2010-04-01");
        answer.put("subresource_uris", Map.of());
        answer.put("uri", "/2010-04-01/Accounts/" + account.user() + "/Messages/" + message.id() + ".json");
        return answer;
    }

    private static boolean same(String offered, String expected) {
        return MessageDigest.isEqual(
                offered.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
