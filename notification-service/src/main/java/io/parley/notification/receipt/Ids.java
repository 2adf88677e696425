package io.parley.notification.receipt;

import java.util.Optional;
import java.util.UUID;

/** Ids of messages in what gateways send. */
final class Ids {

    private Ids() {}

    static Optional<UUID> read(String text) {
        try {
            return text == null || text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
