package io.parley.session.live.stream;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Every answer to a command comes after its commit: a good moment to tell the streams of this replica. */
class WakeFollowFilter {

    private final FollowLoop loop;

    WakeFollowFilter(FollowLoop loop) {
        this.loop = loop;
    }

    @ServerResponseFilter
    void wake(ContainerRequestContext request) {
        if (!HttpMethod.GET.equals(request.getMethod())) {
            loop.wake();
        }
    }
}
