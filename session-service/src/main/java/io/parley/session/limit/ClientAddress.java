package io.parley.session.limit;

import java.util.HexFormat;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.ext.web.RoutingContext;

/**
 * Where a request comes from: the other end of its connection, or, where that is a trusted proxy, whom it names last in
 * X-Forwarded-For that is not one itself. What a stranger writes into that header is believed by nobody.
 */
@ApplicationScoped
class ClientAddress {

    private static final String HEADER = "X-Forwarded-For";
    private static final int IPV6 = 16;
    private static final int OF_ONE_CUSTOMER = 8;

    private final RoutingContext request;
    private final Networks proxies;
    private final Networks exempt;

    ClientAddress(RoutingContext request, LimitConfig config) {
        this.request = request;
        this.proxies = Networks.of(config.trustedProxies().orElse(List.of()));
        this.exempt = Networks.of(config.exempt().orElse(List.of()));
    }

    /** Whom a limit is counted for; null where none holds. */
    String counted() {
        var address = of(
                request.request().remoteAddress().hostAddress(),
                request.request().headers().getAll(HEADER),
                proxies);
        return exempt.have(address) ? null : network(address);
    }

    static String of(String socket, List<String> forwarded, Networks proxies) {
        var hops = String.join(",", forwarded).split(",");
        var address = socket;
        for (int hop = hops.length - 1; hop >= 0 && proxies.have(address); hop--) {
            if (Networks.bytes(hops[hop]) == null) {
                break;
            }
            address = hops[hop].strip();
        }
        return address;
    }

    /** Whoever has one IPv6 address has 2 to the power of 64 of them. */
    static String network(String address) {
        var bytes = Networks.bytes(address);
        return bytes != null && bytes.length == IPV6 ? HexFormat.of().formatHex(bytes, 0, OF_ONE_CUSTOMER) : address;
    }
}
