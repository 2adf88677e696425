package io.parley.session.limit;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClientAddressTest {

    private static final Networks PROXIES = Networks.of(List.of("10.0.0.0/8", "192.0.2.1", "2001:db8:1::/48"));

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 198.51.100.1, 203.0.113.9",
        "10.1.2.3, 198.51.100.1, 198.51.100.1",
        "10.1.2.3, '198.51.100.1, 198.51.100.2', 198.51.100.2",
        "10.1.2.3, '1.2.3.4, 198.51.100.2, 192.0.2.1', 198.51.100.2",
        "10.1.2.3, '198.51.100.2, evil.example', 10.1.2.3",
        "10.1.2.3, '', 10.1.2.3",
        "2001:db8:1::5, 2001:db8:2::7, 2001:db8:2::7",
    })
    void onlyATrustedProxyIsBelievedAndOnlyAboutWhomItForwardsFor(String socket, String forwarded, String expected) {
        assertThat(ClientAddress.of(socket, List.of(forwarded), PROXIES)).isEqualTo(expected);
    }

    @Test
    void allAddressesOfOneIpv6CustomerCountTogether() {
        assertThat(ClientAddress.network("2001:db8:2:3::7")).isEqualTo(ClientAddress.network("2001:db8:2:3:4:5:6:7"));
        assertThat(ClientAddress.network("2001:db8:2:3::7")).isNotEqualTo(ClientAddress.network("2001:db8:2:4::7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100", "0/PT1H", "10/PT0S", "10/hour", "x/PT1H"})
    void whatIsNoLimitIsRefusedAtTheStart(String text) {
        assertThatThrownBy(() -> Limit.of(text)).isInstanceOf(RuntimeException.class);
    }
}
