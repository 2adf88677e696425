package io.parley.session.session.model.entrance;

import java.time.Instant;

import io.parley.session.session.model.CustomerSide;
import io.parley.session.session.model.Given;
import io.parley.session.session.model.Session;
import io.parley.session.session.model.journal.Message;

/** Somebody with a link in a browser, and with what they have typed so far. */
record Visitor(int link, String device, boolean consented, String pin, String code) {

    static Visitor withLink(int number) {
        return new Visitor(number, Given.PHONE, false, null, null);
    }

    Visitor on(String otherDevice) {
        return new Visitor(link, otherDevice, consented, pin, code);
    }

    Visitor consenting() {
        return new Visitor(link, device, true, pin, code);
    }

    Visitor pin(String typed) {
        return new Visitor(link, device, consented, typed, code);
    }

    Visitor code(String typed) {
        return new Visitor(link, device, consented, pin, typed);
    }

    CustomerSide.Knock knocks(Session session, Instant now) {
        return CustomerSide.of(session, now).knock(hash(), device);
    }

    Entry joins(Session session, Instant now) {
        return CustomerSide.of(session, now).join(new JoinAttempt(hash(), device, consented, pin, code));
    }

    /** The code's hash is what the visitor would have to type. */
    Session asksForCode(Session session, String hash, Instant now) {
        return CustomerSide.of(session, now).askForCode(hash(), new Message.OneTimeSecret("123456", hash));
    }

    Session asksForNewLink(Session session, int next, Instant now) {
        return CustomerSide.of(session, now).askForNewLink(hash(), Given.link(next));
    }

    private String hash() {
        return Given.link(link).hash();
    }
}
