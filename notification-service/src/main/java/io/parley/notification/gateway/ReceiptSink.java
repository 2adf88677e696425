package io.parley.notification.gateway;

import io.smallrye.mutiny.Uni;

import io.parley.notification.message.model.Receipt;

/** Takes the receipts that come over a gateway's own connection. */
public interface ReceiptSink {

    /** @return whether there is a message that the gateway took under this reference */
    Uni<Boolean> take(String gateway, String reference, Receipt receipt, String reason);

    /** There is no such message, and there will be none. */
    void giveUp(String gateway);
}
