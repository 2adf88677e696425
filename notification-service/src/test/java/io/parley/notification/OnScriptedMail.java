package io.parley.notification;

import java.io.IOException;
import java.time.Duration;

import jakarta.inject.Inject;

import io.vertx.mutiny.sqlclient.Pool;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.parley.notification.testing.ScriptedSmtp;

/** Tests with a mail server that does as it is told, and a look into the database. */
abstract class OnScriptedMail {

    @ConfigProperty(name = "parley.gateways.named.smtp.port")
    int port;

    @Inject
    Pool pool;

    ScriptedSmtp server;

    @BeforeEach
    void startServer() {
        server = new ScriptedSmtp(port);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    /** How many rows a statement found or changed. */
    int rows(String sql) {
        return pool.query(sql).execute().map(rows -> rows.rowCount()).await().atMost(Duration.ofSeconds(5));
    }
}
