package io.parley.notification.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which gateways a channel has, in the order in which they are tried, and how each is reached. */
@ConfigMapping(prefix = "parley.gateways")
public interface GatewayConfig {

    List<String> email();

    List<String> sms();

    /** Where this service is reached from outside, for receipts. */
    URI callbackUrl();

    Map<String, Settings> named();

    /** Whatever a gateway is doing after so long, whether it has the message is unknown. */
    @WithDefault("40s")
    Duration longest();

    /** Of its last so many handovers a gateway may fail the given part on its own account, before it is left alone. */
    @WithDefault("20")
    int restWindow();

    @WithDefault("0.8")
    double restRatio();

    /** How long a gateway that fails is left alone; then one message tries whether it is back. */
    @WithDefault("5s")
    Duration rest();

    /** How one gateway is reached; what a type does not need stays empty. */
    interface Settings {
        Type type();

        Optional<String> host();

        Optional<Integer> port();

        Optional<URI> url();

        Optional<String> user();

        Optional<String> password();

        Optional<String> from();

        @WithDefault("OPTIONAL")
        Tls tls();

        /** PEM file of the authorities that may vouch for the server, instead of those that the JVM knows. */
        Optional<String> trust();

        /** Of a generic gateway: the body, with {to}, {from}, {text}, {id} and {callback}, escaped for its type. */
        Optional<String> template();

        @WithDefault("application/json")
        String contentType();

        /** Of a generic gateway: the field of its JSON answer that holds its own name for the message. */
        @WithDefault("id")
        String referenceField();

        /** Signs requests to a generic gateway and its receipts; the tags of return addresses of an SMTP one. */
        Optional<String> secret();

        /** Of an SMTP gateway: the mailbox of bounces; each mail gets a return address of its own under it. */
        Optional<String> bounceAddress();

        /** Of an SMTP gateway: where its bounces are read by IMAP; nothing is, where no host is said. */
        Optional<String> bounceHost();

        Optional<Integer> bouncePort();

        @WithDefault("IMPLICIT")
        Tls bounceTls();

        Optional<String> bounceUser();

        Optional<String> bouncePassword();

        @WithDefault("INBOX")
        String bounceFolder();

        @WithDefault("30s")
        Duration bounceEvery();

        /** At most so many handovers at once. */
        @WithDefault("32")
        int connections();

        @WithDefault("5s")
        Duration connectTimeout();

        /** A provider that says nothing for so long is left; whether it has the message is then unknown. */
        @WithDefault("30s")
        Duration timeout();

        /**
         * Of an SMPP gateway: for so long a receipt is asked for again while nobody knows its reference. Longer than a
         * handover and the writing down of its end may take.
         */
        @WithDefault("10m")
        Duration receiptPatience();
    }

    /** What a gateway speaks. */
    enum Type {
        SMTP,
        TWILIO,
        SMPP,
        HTTP
    }

    /**
     * NONE never, OPTIONAL when offered (but REQUIRED where there is a password to protect), REQUIRED by STARTTLS or not
     * at all, IMPLICIT from the first byte.
     */
    enum Tls {
        NONE,
        OPTIONAL,
        REQUIRED,
        IMPLICIT
    }
}
