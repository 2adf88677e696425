package io.parley.session.session.model;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.invitation.Channel;
import io.parley.session.session.model.invitation.Contact;

import static org.assertj.core.api.Assertions.assertThat;

/** One contact invites; the other one, where it is known, takes the codes. */
class CustomerTest {

    private static final Contact EMAIL = new Contact(Channel.EMAIL, "anna@mail.test");
    private static final Contact PHONE = new Contact(Channel.SMS, "+4915100001");

    @Test
    void theFirstChannelOfTheSettingsInvitesWhereBothAreKnown() {
        assertThat(Given.annaWithPhone().contact(emailFirst())).isEqualTo(EMAIL);
        assertThat(Given.annaWithPhone().contact(phoneFirst())).isEqualTo(PHONE);
    }

    @Test
    void theOnlyContactInvitesWhateverTheSettingsPrefer() {
        assertThat(Given.anna().contact(phoneFirst())).isEqualTo(EMAIL);
        assertThat(Given.ben().contact(emailFirst())).isEqualTo(new Contact(Channel.SMS, "+4915100002"));
    }

    @Test
    void aCodeGoesToTheOtherChannel() {
        assertThat(Given.annaWithPhone().codeContact(emailFirst())).isEqualTo(PHONE);
        assertThat(Given.annaWithPhone().codeContact(phoneFirst())).isEqualTo(EMAIL);
    }

    @Test
    void aCodeGoesToTheOnlyContactWhereThereIsNoOther() {
        assertThat(Given.anna().codeContact(emailFirst())).isEqualTo(EMAIL);
        assertThat(Given.ben().codeContact(emailFirst())).isEqualTo(new Contact(Channel.SMS, "+4915100002"));
    }

    @Test
    void nobodyReachableHasNoContact() {
        assertThat(Given.nobodyReachable().contact(emailFirst())).isNull();
        assertThat(Given.nobodyReachable().codeContact(emailFirst())).isNull();
    }

    private static Policy emailFirst() {
        return Settings.usual().policy();
    }

    private static Policy phoneFirst() {
        return Settings.usual().first(Channel.SMS).policy();
    }
}
