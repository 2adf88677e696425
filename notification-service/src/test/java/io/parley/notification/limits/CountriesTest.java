package io.parley.notification.limits;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import io.parley.notification.message.model.Channel;
import io.parley.notification.message.model.Kind;
import io.parley.notification.message.model.Request;

import static org.assertj.core.api.Assertions.assertThat;

/** Where texts may go at all, and what each is charged to. */
class CountriesTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void aCountryThatIsNotListedGetsNoText() {
        var limits = new Limits(null, config(Map.of("parley.limits.countries", "DE,FR")), metrics);

        var allowed = limits.allow(to("+41781234567", Channel.SMS)).await().indefinitely();

        assertThat(allowed).isFalse();
        assertThat(metrics.counter("parley.limits.refused", "scope", "country-list")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoNumberIsInNoListedCountry() {
        var limits = new Limits(null, config(Map.of("parley.limits.countries", "DE")), metrics);

        assertThat(limits.allow(to("not a number", Channel.SMS)).await().indefinitely())
                .isFalse();
    }

    @Test
    void aMailCostsNothing() {
        var limits = new Limits(null, config(Map.of("parley.limits.countries", "DE")), metrics);

        assertThat(limits.allow(to("anna@example.org", Channel.EMAIL)).await().indefinitely())
                .isTrue();
    }

    @Test
    void aTextIsChargedToAllItsAccountsAndNoneOfThemHoldsTheNumber() {
        var charges = Charge.of(to("+4915112345678", Channel.SMS), "DE", config(Map.of()));

        assertThat(charges)
                .extracting(Charge::scope)
                .containsExactly("agent", "country", "number", "prefix", "team", "total");
        assertThat(charges.toString()).doesNotContain("15112345").doesNotContain("alice");
    }

    @Test
    void numbersThatDifferInTheirLastThreeDigitsShareAPrefix() {
        assertThat(prefix("+4915112345678")).isEqualTo(prefix("+4915112345999")).isNotEqualTo(prefix("+4915112346678"));
    }

    private static String prefix(String number) {
        return Charge.of(to(number, Channel.SMS), "DE", config(Map.of())).stream()
                .filter(charge -> charge.scope().equals("prefix"))
                .map(Charge::key)
                .findFirst()
                .orElseThrow();
    }

    private static Request to(String contact, Channel channel) {
        return new Request(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                Kind.INVITATION,
                channel,
                contact,
                "Anna",
                "Alice",
                "Sales",
                "en",
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                null,
                UUID.randomUUID(),
                "alice");
    }

    private static LimitsConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(LimitsConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(LimitsConfig.class);
    }
}
