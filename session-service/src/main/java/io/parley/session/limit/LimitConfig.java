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

    /** Texts to one number, asked for by whomever; timers' and mails count for none of these. */
    @WithDefault("10/PT1H")
    Limit textsByNumber();

    /** The same, to numbers that differ in their last three digits only. */
    @WithDefault("50/PT1H")
    Limit textsByPrefix();

    /** The same, in the sessions of one agent. */
    @WithDefault("100/PT1H")
    Limit textsByAgent();

    /** The same, in the sessions of one home team. */
    @WithDefault("2500/P1D")
    Limit textsByTeam();

    /** The same, to one country. */
    @WithDefault("10000/P1D")
    Limit textsByCountry();

    /** The same, all together. */
    @WithDefault("50000/P1D")
    Limit textsByTotal();

    /** Proxies, as addresses or networks (10.0.0.0/8), that are believed whom they forward for; none by default. */
    Optional<List<String>> trustedProxies();

    /** Addresses or networks that no limit by address holds for, such as those of load tests. */
    Optional<List<String>> exempt();
}
