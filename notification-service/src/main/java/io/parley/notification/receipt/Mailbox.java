package io.parley.notification.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;

import io.parley.notification.gateway.GatewayConfig;
import io.parley.notification.gateway.GatewayConfig.Tls;
import io.parley.notification.gateway.ReturnAddress;
import io.parley.notification.gateway.Trust;

/**
 * The mailbox of a gateway's bounces, by IMAP. Each call is a connection of its own, so that none is held while the
 * ledger works; reading changes nothing, and what was read stays until it is removed.
 */
record Mailbox(GatewayConfig.Settings settings) {

    private static final int LARGEST = 256 * 1024;
    private static final String[] ENVELOPE = {"Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To"};

    /**
     * A mail that came back.
     *
     * @param recipient the return address to which it came; null if that is none of ours
     */
    record Returned(long uid, String recipient, String mail) {
        @Override
        public String toString() {
            return "Returned[" + uid + "]";
        }
    }

    /** What an opened folder is used for. */
    private interface Work<T> {
        T in(Folder folder) throws MessagingException, IOException;
    }

    /** The oldest that nobody has looked at. */
    List<Returned> unseen(int most) throws MessagingException, IOException {
        return open(folder -> {
            var found = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            var mails = new ArrayList<Returned>();
            for (var message : Arrays.copyOf(found, Math.min(most, found.length))) {
                mails.add(returned((UIDFolder) folder, message));
            }
            return mails;
        });
    }

    /** For good: what they said is in the ledger. */
    Void remove(List<Long> uids) throws MessagingException, IOException {
        return flag(uids, Flags.Flag.DELETED);
    }

    /** They stay for a person to read, and are not looked at again. */
    Void leave(List<Long> uids) throws MessagingException, IOException {
        return flag(uids, Flags.Flag.SEEN);
    }

    private Void flag(List<Long> uids, Flags.Flag flag) throws MessagingException, IOException {
        if (!uids.isEmpty()) {
            open(folder -> {
                var ids = uids.stream().mapToLong(Long::longValue).toArray();
                var found = Stream.of(((UIDFolder) folder).getMessagesByUID(ids))
                        .filter(Objects::nonNull)
                        .toArray(Message[]::new);
                folder.setFlags(found, new Flags(flag), true);
                return null;
            });
        }
        return null;
    }

    /** Closing expunges what is flagged as deleted. */
    private <T> T open(Work<T> work) throws MessagingException, IOException {
        var protocol = settings.bounceTls() == Tls.IMPLICIT ? "imaps" : "imap";
        try (var store = Session.getInstance(properties(protocol)).getStore(protocol)) {
            store.connect(
                    settings.bounceHost().orElseThrow(),
                    settings.bouncePort().orElse(-1),
                    settings.bounceUser().orElse(""),
                    settings.bouncePassword().orElse(""));
            try (var folder = store.getFolder(settings.bounceFolder())) {
                folder.open(Folder.READ_WRITE);
                return work.in(folder);
            }
        }
    }

    private Properties properties(String protocol) {
        var mail = "mail." + protocol + ".";
        var properties = new Properties();
        var timeout = Long.toString(settings.timeout().toMillis());
        properties.put(
                mail + "connectiontimeout",
                Long.toString(settings.connectTimeout().toMillis()));
        properties.put(mail + "timeout", timeout);
        properties.put(mail + "writetimeout", timeout);
        // Looking at a mail must not mark it as seen: whoever dies now has done nothing
        properties.put(mail + "peek", "true");
        properties.put(mail + "ssl.checkserveridentity", "true");
        if (settings.bounceTls() != Tls.NONE) {
            properties.put(mail + "starttls.enable", "true");
            // There is always a password to protect
            properties.put(mail + "starttls.required", Boolean.toString(settings.bounceTls() != Tls.IMPLICIT));
            settings.trust().ifPresent(file -> properties.put(mail + "ssl.socketFactory", Trust.in(file)));
        }
        return properties;
    }

    private Returned returned(UIDFolder folder, Message message) throws MessagingException, IOException {
        var text = new ByteArrayOutputStream();
        if (message.getSize() <= LARGEST) {
            message.writeTo(text);
        }
        return new Returned(folder.getUID(message), recipient(message), text.toString(StandardCharsets.ISO_8859_1));
    }

    private String recipient(Message message) throws MessagingException {
        for (var name : ENVELOPE) {
            var values = message.getHeader(name);
            for (var value : values == null ? new String[0] : values) {
                if (ReturnAddress.of(settings)
                        .flatMap(address -> address.message(value))
                        .isPresent()) {
                    return value;
                }
            }
        }
        return null;
    }
}
