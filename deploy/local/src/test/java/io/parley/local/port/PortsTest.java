package io.parley.local.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.parley.local.CannotStart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithWhatItIsFor() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = portsWithSessionServiceAt(other.getLocalPort());

            assertThatThrownBy(() -> ports.checkFree(EnumSet.of(Port.SESSION)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("port " + other.getLocalPort() + " (session-service) is taken: ");
        }
    }

    @Test
    void aPortThatSomebodyHasOnEveryAddressIsTaken() throws IOException {
        try (var other = new ServerSocket()) {
            other.bind(new InetSocketAddress(0));
            var ports = portsWithSessionServiceAt(other.getLocalPort());

            assertThatThrownBy(() -> ports.checkFree(EnumSet.of(Port.SESSION))).isInstanceOf(CannotStart.class);
        }
    }

    @Test
    void aFreePortIsNoReasonToComplain() throws IOException {
        int free;
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = other.getLocalPort();
        }

        assertThatCode(() -> portsWithSessionServiceAt(free).checkFree(EnumSet.of(Port.SESSION)))
                .doesNotThrowAnyException();
    }

    @Test
    void noTwoUsesShareAPort() {
        assertThat(List.of(Port.values())).extracting(Port::usual).doesNotHaveDuplicates();
    }

    private static Ports portsWithSessionServiceAt(int number) {
        return new Ports(number - Port.SESSION.usual());
    }
}
