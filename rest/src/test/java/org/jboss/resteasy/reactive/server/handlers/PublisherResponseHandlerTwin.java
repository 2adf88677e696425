package org.jboss.resteasy.reactive.server.handlers;

import java.util.function.BooleanSupplier;

/** Says what its sibling says, from where that one says it of a stream that failed. */
public final class PublisherResponseHandlerTwin {

    private PublisherResponseHandlerTwin() {}

    public static boolean onError(BooleanSupplier said) {
        return said.getAsBoolean();
    }
}
