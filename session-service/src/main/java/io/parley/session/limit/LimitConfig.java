package io.parley.session.limit;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is too much, beside what the rules of a single session say. */
@ConfigMapping(prefix = "parley.limits")
public interface LimitConfig {

    /** Links that lead nowhere, from one address. Whoever has a link that leads somewhere is not held up by it. */
    @WithDefault("100/PT10M")
    Limit unknownLinks();

    /** Wrong PINs and codes for one customer's contact, from one address, whatever the session. */
    @WithDefault("20/PT1H")
    Limit guesses();

    /** One-time codes and new links that a customer asks for, to one contact, whatever the session. */
    @WithDefault("12/PT1H")
    Limit askedByContact();

    /** The same, from one address. */
    @WithDefault("300/PT1H")
    Limit askedByAddress();

    /** Invitations that agents send again, to one contact, whatever the session. */
    @WithDefault("12/PT1H")
    Limit resendsByContact();

    /** The same, from one address; machines have one address for all whom they work for, and are exempt. */
    @WithDefault("600/PT1H")
    Limit resendsByAddress();

    /** Proxies, as addresses or networks (10.0.0.0/8), that are believed whom they forward for; none by default. */
    Optional<List<String>> trustedProxies();

    /** Addresses or networks that no limit by address holds for, such as those of load tests. */
    Optional<List<String>> exempt();
}
