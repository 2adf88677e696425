package io.parley.notification.gateway;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Optional;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.Letter;
import io.parley.notification.message.model.Reason;
import io.parley.notification.smtp.HeaderText;
import io.parley.notification.smtp.Mail;
import io.parley.notification.smtp.MailAddress;
import io.parley.notification.smtp.MailContent;
import io.parley.notification.smtp.SmtpClient;
import io.parley.notification.smtp.SmtpServer;

/**
 * Hands mails to an SMTP relay over pooled connections. The Message-ID is the message's own, so that a repeat can be
 * recognised by every server on the way.
 */
final class SmtpGateway implements Gateway {

    private final String name;
    private final SmtpClient client;
    private final int connections;
    private final MailAddress from;
    private final Optional<ReturnAddress> bounces;

    private SmtpGateway(
            String name, SmtpClient client, int connections, MailAddress from, Optional<ReturnAddress> bounces) {
        this.name = name;
        this.connections = connections;
        this.client = client;
        this.from = from;
        this.bounces = bounces;
    }

    static SmtpGateway create(String name, GatewayConfig.Settings settings, Vertx vertx) {
        var from = MailAddress.parse(settings.from().orElseThrow())
                .orElseThrow(() -> new IllegalStateException("gateway '" + name + "': from is not a mail address"));
        return new SmtpGateway(
                name,
                new SmtpClient(vertx.getDelegate(), server(settings, from)),
                settings.connections(),
                from,
                ReturnAddress.of(settings));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int connections() {
        return connections;
    }

    @Override
    public Uni<Handover> handOver(Letter letter) {
        var to = MailAddress.parse(letter.to());
        if (to.isEmpty()) {
            return Uni.createFrom().item(Handover.refused(Reason.ADDRESS_REJECTED));
        }
        var messageId = "<" + letter.messageId() + "@" + from.domain() + ">";
        return client.send(mail(letter, messageId, to.get()))
                .map(taken -> Handover.accepted(messageId))
                .onFailure()
                .recoverWithItem(SmtpAnswers::read);
    }

    @Override
    public void close() {
        client.close();
    }

    private Mail mail(Letter letter, String messageId, MailAddress to) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        headers.put("Message-ID", messageId);
        headers.put("From", HeaderText.mailbox(letter.sender(), from.address()));
        MailAddress.parse(letter.replyTo()).ifPresent(reply -> headers.put("Reply-To", reply.address()));
        headers.put("To", to.address());
        headers.put("Subject", HeaderText.subject(letter.subject()));
        // Out-of-office answers to a machine help nobody
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "All");
        return new Mail(
                bounces.map(box -> box.of(letter.messageId())).orElseGet(from::address),
                to.address(),
                MailContent.of(headers, letter.messageId().toString(), letter.text(), letter.html()));
    }

    private static SmtpServer server(GatewayConfig.Settings settings, MailAddress from) {
        return new SmtpServer(
                settings.host().orElse("localhost"),
                settings.port().orElse(25),
                from.domain(),
                tls(settings),
                settings.user()
                        .map(user ->
                                new SmtpServer.Login(user, settings.password().orElse(""))),
                settings.trust(),
                settings.connectTimeout(),
                settings.timeout());
    }

    /** Who only has to swallow the word STARTTLS must not get the password. */
    private static SmtpServer.Tls tls(GatewayConfig.Settings settings) {
        return switch (settings.tls()) {
            case NONE -> SmtpServer.Tls.NEVER;
            case OPTIONAL -> settings.user().isPresent() ? SmtpServer.Tls.OR_NOTHING : SmtpServer.Tls.WHERE_OFFERED;
            case REQUIRED -> SmtpServer.Tls.OR_NOTHING;
            case IMPLICIT -> SmtpServer.Tls.FROM_THE_FIRST_BYTE;
        };
    }
}
