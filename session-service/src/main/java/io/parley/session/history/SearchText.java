package io.parley.session.history;

import java.util.List;
import java.util.Locale;

import io.parley.session.customer.Contacts;

/**
 * What somebody typed to find a session, in every form in which it could stand at one.
 *
 * @param email null where it is none
 * @param phone in E.164; null where it is none
 * @param words folded, as {@link Words} does; none where it is an address
 */
record SearchText(String externalId, String email, String phone, List<String> words) {

    /** @param region by which a national number is read; null for nobody's, which leaves international ones */
    static SearchText read(String text, String region) {
        var typed = text.strip();
        boolean address = typed.indexOf('@') >= 0;
        return new SearchText(
                typed,
                address ? typed.toLowerCase(Locale.ROOT) : null,
                Contacts.phoneTyped(typed, region),
                address ? List.of() : Words.of(typed));
    }

    @Override
    public String toString() {
        return "SearchText[…]"; // a contact must not reach a log by accident
    }
}
