package io.parley.notification.gateway.smpp;

import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;

import org.jsmpp.session.connection.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.parley.notification.testing.Certificates;
import io.parley.notification.testing.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Texts and passwords go to the message centre that was meant. */
class SmppTlsTest {

    @TempDir
    static File folder;

    static Certificates ours;
    static Certificates others;

    SSLServerSocket centre;

    @BeforeAll
    static void makeCertificates() throws Exception {
        ours = Certificates.of("localhost", folder);
        others = Certificates.of("sms.example.org", folder);
    }

    @AfterEach
    void stop() throws IOException {
        centre.close();
    }

    @Test
    void aCentreIsConnectedToThatProvesItsName() throws Exception {
        listen(ours);

        try (var connection =
                connect(Map.of("tls", "REQUIRED", "trust", ours.pem().toString()))) {
            assertThat(connection.isOpen()).isTrue();
        }
        try (var connection =
                connect(Map.of("tls", "IMPLICIT", "trust", ours.pem().toString()))) {
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test
    void oneWithAnotherNameIsNot() throws Exception {
        listen(others);

        assertThatThrownBy(() ->
                        connect(Map.of("tls", "IMPLICIT", "trust", others.pem().toString())))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void norIsOneThatNobodyVouchesFor() throws Exception {
        listen(ours);

        assertThatThrownBy(() -> connect(Map.of("tls", "REQUIRED"))).isInstanceOf(SSLException.class);
    }

    private Closing connect(Map<String, String> settings) throws IOException {
        var connection = SmppConnections.of(Settings.smtp(new HashMap<>(settings)))
                .createConnection("localhost", centre.getLocalPort());
        return new Closing(connection);
    }

    private void listen(Certificates certificates) throws Exception {
        centre =
                (SSLServerSocket) certificates.server().getServerSocketFactory().createServerSocket(0);
        var thread = new Thread(this::shakeHands, "centre");
        thread.setDaemon(true);
        thread.start();
    }

    private void shakeHands() {
        while (!centre.isClosed()) {
            try (var socket = centre.accept()) {
                socket.getInputStream().read();
            } catch (IOException refused) {
                // That is what the tests are about
            }
        }
    }

    /** A connection that a test closes. */
    private record Closing(Connection connection) implements AutoCloseable {
        boolean isOpen() {
            return connection.isOpen();
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
