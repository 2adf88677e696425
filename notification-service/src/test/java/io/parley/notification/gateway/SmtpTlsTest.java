package io.parley.notification.gateway;

import java.io.File;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.vertx.mutiny.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

import io.parley.notification.message.model.Handover;
import io.parley.notification.message.model.Handover.Result;
import io.parley.notification.message.model.Letter;
import io.parley.notification.testing.Certificates;
import io.parley.notification.testing.Ports;
import io.parley.notification.testing.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails go to the server that was meant, encrypted where that is asked for, or not at all. */
class SmtpTlsTest {

    @TempDir
    static File folder;

    static Certificates ours;
    static Certificates others;
    static Vertx vertx;

    final int port = Integer.parseInt(Ports.free());
    final List<String> logins = new CopyOnWriteArrayList<>();
    final List<String> mails = new CopyOnWriteArrayList<>();
    SMTPServer server;

    @BeforeAll
    static void makeCertificates() throws Exception {
        ours = Certificates.of("localhost", folder);
        others = Certificates.of("mail.example.org", folder);
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void closeVertx() {
        vertx.closeAndAwait();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void aMailIsHandedOverByStartTlsAndWithAPassword() throws Exception {
        startTls(ours);

        var handover = handOver(
                Map.of("tls", "REQUIRED", "trust", ours.pem().toString(), "user", "parley", "password", "right"));

        assertThat(handover.result()).isEqualTo(Result.ACCEPTED);
        assertThat(mails).hasSize(1);
        assertThat(logins).containsExactly("parley/right");
    }

    @Test
    void aMailIsHandedOverByTlsFromTheFirstByte() throws Exception {
        implicitTls(ours);

        var handover = handOver(Map.of("tls", "IMPLICIT", "trust", ours.pem().toString()));

        assertThat(handover.result()).isEqualTo(Result.ACCEPTED);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        startTls(ours);

        var handover = handOver(Map.of("tls", "REQUIRED", "user", "parley", "password", "right"));

        isBroken(handover, "tls-failed");
    }

    @Test
    void aCertificateForAnotherHostIsRefused() throws Exception {
        startTls(others);

        var handover = handOver(Map.of("tls", "REQUIRED", "trust", others.pem().toString()));

        isBroken(handover, "tls-failed");
    }

    @Test
    void fromTheFirstByteTheCertificateIsLookedAtAsWell() throws Exception {
        implicitTls(others);

        isBroken(handOver(Map.of("tls", "IMPLICIT")), "tls-failed");
        isBroken(handOver(Map.of("tls", "IMPLICIT", "trust", others.pem().toString())), "tls-failed");
    }

    @Test
    void whereTlsIsRequiredNothingGoesOutInPlainText() {
        inPlainText();

        var handover = handOver(Map.of("tls", "REQUIRED", "user", "parley", "password", "right"));

        isBroken(handover, "tls-missing");
    }

    @Test
    void aPasswordIsNeverSentInPlainTextUnlessTlsIsSwitchedOff() {
        inPlainText();

        isBroken(handOver(Map.of("user", "parley", "password", "right")), "tls-missing");
        assertThat(handOver(Map.of("tls", "NONE", "user", "parley", "password", "right"))
                        .result())
                .isEqualTo(Result.ACCEPTED);
    }

    @Test
    void withoutAPasswordTlsIsUsedWhereItIsOffered() {
        inPlainText();

        assertThat(handOver(Map.of()).result()).isEqualTo(Result.ACCEPTED);
    }

    @Test
    void aWrongPasswordIsOurFaultAndNotTheMails() throws Exception {
        startTls(ours);

        var handover = handOver(
                Map.of("tls", "REQUIRED", "trust", ours.pem().toString(), "user", "parley", "password", "wrong"));

        isBroken(handover, "smtp-535");
    }

    private void isBroken(Handover handover, String reason) {
        assertThat(handover.result()).isEqualTo(Result.BROKEN);
        assertThat(handover.reason()).isEqualTo(reason);
        assertThat(mails).isEmpty();
        assertThat(logins).doesNotContain("parley/right");
    }

    private Handover handOver(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("host", "localhost");
        all.put("port", Integer.toString(port));
        var gateway = SmtpGateway.create("relay", Settings.smtp(all), vertx);
        try {
            return gateway.handOver(new Letter(
                            UUID.randomUUID(), "anna@example.org", "Sales", null, "Hello", "Hello", "<p>Hello"))
                    .await()
                    .atMost(Duration.ofSeconds(20));
        } finally {
            gateway.close();
        }
    }

    private void startTls(Certificates certificates) throws Exception {
        start(builder().startTlsSocketFactory(certificates.server()).requireTLS());
    }

    private void implicitTls(Certificates certificates) throws Exception {
        start(builder().serverSocketFactory(certificates.server()));
    }

    private void inPlainText() {
        start(builder());
    }

    private SMTPServer.Builder builder() {
        return SMTPServer.port(port)
                .hostName("localhost")
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    logins.add(user + "/" + password);
                    if (!password.equals("right")) {
                        throw new LoginFailedException();
                    }
                }))
                .messageHandler((context, from, to, data) -> mails.add(to));
    }

    private void start(SMTPServer.Builder builder) {
        server = builder.build();
        server.start();
    }
}
