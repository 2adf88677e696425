package io.parley.session.outbox;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Every answer to a command comes after its commit: a good moment to publish what it wrote. */
class WakeRelayFilter {

    private final RelayLoop relay;

    WakeRelayFilter(RelayLoop relay) {
        this.relay = relay;
    }

    @ServerResponseFilter
    void wake(ContainerRequestContext request) {
        if (!HttpMethod.GET.equals(request.getMethod())) {
            relay.wake();
        }
    }
}
