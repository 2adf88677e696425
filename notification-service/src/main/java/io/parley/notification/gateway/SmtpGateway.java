package io.parley.notification.gateway;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;

import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.Letter;
import io.parley.notification.message.model.Reason;

/**
 * Hands mails to an SMTP relay over pooled connections. The Message-ID is the message's own, so that a repeat can be
 * recognised by every server on the way.
 *
 * <p>The client is made here and not by the mailer extension, whose configuration has no read timeout: a relay that
 * falls silent would keep its connection for ever.
 */
final class SmtpGateway implements Gateway {

    private final String name;
    private final MailClient client;
    private final int connections;
    private final MailAddress from;
    private final Optional<ReturnAddress> bounces;

    private SmtpGateway(
            String name, MailClient client, int connections, MailAddress from, Optional<ReturnAddress> bounces) {
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
                MailClient.create(vertx, config(settings, from)),
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
        return client.sendMail(mail(letter, to.get()))
                .map(result -> Handover.accepted(result.getMessageID()))
                .onFailure()
                .recoverWithItem(SmtpAnswers::read);
    }

    @Override
    public void close() {
        client.closeAndForget();
    }

    private MailMessage mail(Letter letter, MailAddress to) {
        var mail = new MailMessage()
                .setFrom(from.address())
                .setTo(to.address())
                .setSubject(letter.subject())
                .setText(letter.text())
                .setHtml(letter.html())
                .addHeader("Message-ID", "<" + letter.messageId() + "@" + from.domain() + ">")
                .addHeader("From", HeaderText.mailbox(letter.sender(), from.address()))
                // Out-of-office answers to a machine help nobody
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("X-Auto-Response-Suppress", "All");
        bounces.ifPresent(address -> mail.setBounceAddress(address.of(letter.messageId())));
        MailAddress.parse(letter.replyTo()).ifPresent(reply -> mail.addHeader("Reply-To", reply.address()));
        return mail;
    }

    private static MailConfig config(GatewayConfig.Settings settings, MailAddress from) {
        var config = new MailConfig()
                .setHostname(settings.host().orElse("localhost"))
                .setPort(settings.port().orElse(25))
                .setOwnHostname(from.domain())
                .setSsl(settings.tls() == GatewayConfig.Tls.IMPLICIT)
                .setStarttls(startTls(settings))
                .setLogin(settings.user().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setMaxPoolSize(settings.connections())
                // Shorter than the idle timeout, so that the pool lets go before the socket does
                .setKeepAliveTimeout((int) Math.max(1, settings.timeout().toSeconds() / 2))
                .setPoolCleanerPeriod(1000)
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setIdleTimeout((int) settings.timeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        // The client checks the host name by itself, and stops doing so if it is told to (vertx-mail-client 4.5)
        settings.trust().ifPresent(file -> config.setPemTrustOptions(new PemTrustOptions().addCertPath(file)));
        return config;
    }

    /** Who only has to swallow the word STARTTLS must not get the password. */
    private static StartTLSOptions startTls(GatewayConfig.Settings settings) {
        return switch (settings.tls()) {
            case OPTIONAL -> settings.user().isPresent() ? StartTLSOptions.REQUIRED : StartTLSOptions.OPTIONAL;
            case REQUIRED -> StartTLSOptions.REQUIRED;
            case NONE, IMPLICIT -> StartTLSOptions.DISABLED;
        };
    }
}
