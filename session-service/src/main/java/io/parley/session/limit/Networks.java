package io.parley.session.limit;

import java.util.List;

import io.netty.util.NetUtil;

/** Some addresses and networks. */
record Networks(List<Network> networks) {

    private static final int BYTE = 8;

    /** @param bits that must be equal, from the first */
    private record Network(byte[] address, int bits) {
        boolean has(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % BYTE;
                if ((address[bit / BYTE] & mask) != (other[bit / BYTE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    static Networks of(List<String> texts) {
        return new Networks(texts.stream().map(Networks::network).toList());
    }

    private static Network network(String text) {
        var parts = text.strip().split("/", 2);
        var address = bytes(parts[0]);
        if (address == null) {
            throw new IllegalArgumentException("not an address or network: " + text);
        }
        return new Network(address, parts.length == 1 ? address.length * BYTE : Integer.parseInt(parts[1]));
    }

    /** @param address that is none belongs nowhere */
    boolean have(String address) {
        var bytes = bytes(address);
        return bytes != null && networks.stream().anyMatch(network -> network.has(bytes));
    }

    /** Null for what is no address; never asks a name server. */
    static byte[] bytes(String address) {
        return NetUtil.createByteArrayFromIpAddressString(address.strip());
    }
}
