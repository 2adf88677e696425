package io.parley.notification.receipt;

import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.parley.notification.testing.Ports;
import io.parley.notification.testing.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The mailbox of bounces is opened at the server that was meant, or not at all. */
class MailboxTest {

    final int secure = Integer.parseInt(Ports.free());
    final int plain = Integer.parseInt(Ports.free());
    GreenMail server;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(secure, "127.0.0.1", "imaps"), new ServerSetup(plain, "127.0.0.1", "imap")
        });
        server.start();
        server.setUser("bounces", "right");
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        var mailbox = mailbox(secure, Map.of("bounce-tls", "IMPLICIT"));

        assertThatThrownBy(() -> mailbox.unseen(1))
                .isInstanceOf(MessagingException.class)
                .hasRootCauseInstanceOf(Exception.class)
                .hasCauseInstanceOf(SSLException.class);
    }

    @Test
    void thePasswordIsNotSentInPlainTextUnlessTlsIsSwitchedOff() throws Exception {
        assertThatThrownBy(
                        () -> mailbox(plain, Map.of("bounce-tls", "OPTIONAL")).unseen(1))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("STARTTLS");
        assertThat(mailbox(plain, Map.of("bounce-tls", "NONE")).unseen(1)).isEmpty();
    }

    @Test
    void aWrongPasswordIsToldApart() {
        assertThatThrownBy(() -> mailbox(plain, Map.of("bounce-tls", "NONE", "bounce-password", "wrong"))
                        .unseen(1))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    private static Mailbox mailbox(int port, Map<String, String> settings) {
        var all = new HashMap<>(Map.of(
                "bounce-host", "localhost",
                "bounce-port", Integer.toString(port),
                "bounce-user", "bounces",
                "bounce-password", "right"));
        all.putAll(settings);
        return new Mailbox(Settings.smtp(all));
    }
}
