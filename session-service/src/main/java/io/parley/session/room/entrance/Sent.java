package io.parley.session.room.entrance;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.parley.session.session.model.Session;
import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.journal.Message;

/** How something was sent to the customer; never where to, which whoever holds a link need not know. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Sent(Channel channel) {

    static Sent of(Session session) {
        Channel channel = null;
        for (var message : session.journal().messages()) {
            if (message instanceof Message.Code code) {
                channel = code.contact().channel();
            } else if (message instanceof Message.Invite invite) {
                channel = invite.contact().channel();
            }
        }
        return new Sent(channel);
    }
}
