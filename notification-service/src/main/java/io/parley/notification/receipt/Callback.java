package io.parley.notification.receipt;

import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import io.parley.notification.message.model.Receipt;

/**
 * What a callback with a valid signature says; nothing of it counts before.
 *
 * @param message our id, where the gateway gives it back
 * @param reference the gateway's own name for the message otherwise
 * @param receipt empty where it says nothing new
 */
record Callback(String gateway, Optional<UUID> message, String reference, Optional<Receipt> receipt, String reason) {

    /** @return whether there is such a message */
    Uni<Boolean> to(ReceiveReceipt receive) {
        if (receipt.isEmpty()) {
            return Uni.createFrom().item(true);
        }
        return message.isPresent()
                ? receive.forMessage(message.get(), receipt.get(), reason)
                : receive.take(gateway, reference, receipt.get(), reason);
    }
}
