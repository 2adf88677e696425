package io.parley.session.session.model.invitation;

/**
 * Where a message goes.
 *
 * @param address an email address or an E.164 number, by the channel
 */
public record Contact(Channel channel, String address) {

    @Override
    public String toString() {
        return "Contact[" + channel + "]"; // an address must not reach a log by accident
    }
}
