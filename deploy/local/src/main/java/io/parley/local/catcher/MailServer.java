package io.parley.local.catcher;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;

/** An SMTP server that takes every mail and delivers none; two domains refuse, so that refusals can be watched. */
final class MailServer implements AutoCloseable {

    private static final String REFUSED_DOMAIN = "refused.example";
    private static final String BUSY_DOMAIN = "busy.example";
    private static final long START_TIMEOUT_MILLIS = 10_000;

    private final SmtpServer server;

    MailServer(int port, Messages messages) {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        server = new SmtpServer(setup, new Catching(messages));
        server.startService();
        try {
            if (!server.waitTillRunning(START_TIMEOUT_MILLIS)) {
                throw new IllegalStateException("SMTP did not start on port " + port);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stopService();
    }

    /** Puts our own delivery in the place of GreenMail's mailboxes. */
    private static final class Catching extends Managers {

        private final SmtpManager delivery;

        Catching(Messages messages) {
            delivery = new Delivery(this, messages);
        }

        @Override
        public SmtpManager getSmtpManager() {
            return delivery;
        }
    }

    private static final class Delivery extends SmtpManager {

        private final Messages messages;

        Delivery(Managers managers, Messages messages) {
            super(managers.getImapHostManager(), managers.getUserManager());
            this.messages = messages;
        }

        @Override
        public String checkRecipient(SmtpState state, MailAddress recipient) {
            String host = String.valueOf(recipient.getHost());
            if (host.equalsIgnoreCase(REFUSED_DOMAIN)) {
                return "550 5.1.1 no such mailbox";
            }
            return host.equalsIgnoreCase(BUSY_DOMAIN) ? "451 4.7.1 try again later" : null;
        }

        @Override
        public void send(SmtpState state) {
            for (MailAddress recipient : state.getMessage().getToAddresses()) {
                messages.add(read(state.getMessage().getMessage(), recipient.getEmail()));
            }
        }

        private static Message read(MimeMessage mail, String to) {
            try {
                MailBody body = MailBody.of(mail);
                return new Message(
                        UUID.randomUUID().toString(),
                        Message.Channel.EMAIL,
                        to,
                        from(mail),
                        mail.getSubject(),
                        body.text() == null ? "" : body.text(),
                        body.html(),
                        Links.in(body.text(), body.html()),
                        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                        mail.getMessageID());
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException("unreadable mail", e);
            }
        }

        private static String from(MimeMessage mail) throws MessagingException {
            Address[] senders = mail.getFrom();
            return senders == null
                    ? ""
                    : Arrays.stream(senders).map(Delivery::readable).collect(Collectors.joining(", "));
        }

        private static String readable(Address address) {
            return address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString();
        }
    }
}
