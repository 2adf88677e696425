package io.parley.notification.smtp;

import java.time.Duration;
import java.util.Optional;

/**
 * Where a relay is, and how it is spoken to.
 *
 * @param ownName as whom we greet it
 * @param trust PEM file of the authorities that may vouch for it, instead of those that the JVM knows
 * @param timeout a relay that is silent for so long is left
 */
public record SmtpServer(
        String host,
        int port,
        String ownName,
        Tls tls,
        Optional<Login> login,
        Optional<String> trust,
        Duration connectTimeout,
        Duration timeout) {

    /** When the connection is encrypted. */
    public enum Tls {
        NEVER,
        WHERE_OFFERED,
        OR_NOTHING,
        FROM_THE_FIRST_BYTE
    }

    /** What the relay knows us by. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login";
        }
    }
}
