package io.parley.notification.limits;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many texts may go out; whoever pumps them to numbers that pay him runs into one of these. */
@ConfigMapping(prefix = "parley.limits")
interface LimitsConfig {

    @WithDefault("20")
    int numberPerHour();

    /** Of numbers that differ in their last three digits only: pumped numbers come in rows. */
    @WithDefault("100")
    int prefixPerHour();

    @WithDefault("200")
    int agentPerHour();

    @WithDefault("5000")
    int teamPerDay();

    @WithDefault("20000")
    int countryPerDay();

    @WithDefault("100000")
    int totalPerDay();

    /** Regions such as DE; all where none is said. */
    Optional<List<String>> countries();
}
