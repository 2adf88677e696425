package io.parley.session.session.model;

import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.invitation.Contact;

/**
 * The customer as the agent entered them; any field but the name may be null.
 *
 * @param phone in E.164
 * @param locale a BCP 47 tag
 * @param zone an IANA time zone
 */
public record Customer(String name, String email, String phone, String locale, String zone) {

    /** Somebody of whom nothing is retained. */
    static final Customer ERASED = new Customer("", null, null, null, null);

    /** Where the invitation goes; null where nothing is known. */
    public Contact contact(Policy policy) {
        if (email != null && (phone == null || policy.firstChannel() == Channel.EMAIL)) {
            return new Contact(Channel.EMAIL, email);
        }
        return phone == null ? null : new Contact(Channel.SMS, phone);
    }

    /** Where a one-time code goes: the other channel where that contact is known. */
    Contact codeContact(Policy policy) {
        if (email == null || phone == null) {
            return contact(policy);
        }
        return contact(policy).channel() == Channel.EMAIL
                ? new Contact(Channel.SMS, phone)
                : new Contact(Channel.EMAIL, email);
    }

    @Override
    public String toString() {
        return "Customer[…]"; // personal data must not reach a log by accident
    }
}
