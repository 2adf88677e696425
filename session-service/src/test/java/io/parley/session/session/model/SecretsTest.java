package io.parley.session.session.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.parley.session.session.model.content.Content;
import io.parley.session.session.model.entrance.Authentication.Method;
import io.parley.session.session.model.entrance.Entrance;
import io.parley.session.session.model.entrance.JoinAttempt;
import io.parley.session.session.model.invitation.Link;
import io.parley.session.session.model.journal.Message;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing of the model can be printed into a log with a contact, a link, a PIN or a code in it. */
class SecretsTest {

    private static final String MARK = "SECRET";
    private static final Link LINK = new Link(Given.id(1), "https://parley.test/j/SECRET", "link-1");
    private static final JoinAttempt ATTEMPT =
            new JoinAttempt("link-1", Given.PHONE, true, "SECRET-pin", "SECRET-typed");

    @Test
    void nothingThatASessionHoldsPrintsASecret() {
        var everything = new ArrayList<>();

        walk(aSessionFullOfSecrets(), everything);

        assertThat(everything).hasSizeGreaterThan(50);
        assertThat(everything)
                .allSatisfy(part -> assertThat(part.toString()).isNotEmpty().doesNotContain(MARK));
    }

    @Test
    void theWalkWouldHaveFoundTheSecrets() {
        var secrets = new ArrayList<String>();

        strings(aSessionFullOfSecrets(), secrets);

        assertThat(secrets)
                .contains("SECRET-name", "SECRET@mail.test", "+49SECRET", "SECRET-pin", "SECRET-code", "SECRET-123456")
                .contains("https://parley.test/j/SECRET", "SECRET@parley.test");
    }

    @Test
    void norDoesWhatIsBroughtToIt() {
        var policy = Settings.usual().policy();

        assertThat(List.of(
                        LINK,
                        ATTEMPT,
                        customer(),
                        customer().contact(policy),
                        customer().codeContact(policy)))
                .allSatisfy(part -> assertThat(part.toString()).isNotEmpty().doesNotContain(MARK));
    }

    @Test
    void aRefusalSaysNothingButItsName() {
        assertThat(new MoveRefused(Refusal.PIN_WRONG, Given.NOW)).hasMessage("PIN_WRONG");
        assertThat(new MoveRefused(Refusal.PIN_WRONG).getStackTrace()).isEmpty();
    }

    private static Session aSessionFullOfSecrets() {
        var usual = Given.anOpening(Settings.usual().asking(Method.OTP), customer());
        var opening = new Session.Opening(
                usual.origin(),
                owner(),
                customer(),
                Content.of(List.of(Given.terms()), List.of(Given.identification())),
                Entrance.withPin("SECRET-pin"),
                new Labels("CRM-1", Map.of("policy", "K-9")));
        var started = Session.start(opening, LINK, Given.ALICE);
        var code = new Message.OneTimeSecret("SECRET-123456", "SECRET-code");
        var asked = CustomerSide.of(started, Given.NOW).askForCode("link-1", code);
        return CustomerSide.of(asked, Given.NOW)
                .join(ATTEMPT)
                .session()
                .transfer(Given.bob(), Given.SAM, Given.NOW)
                .end(Given.ALICE, Given.NOW);
    }

    private static Owner owner() {
        return new Owner("alice", "Alice Arden", "SECRET@parley.test");
    }

    private static Customer customer() {
        return new Customer("SECRET-name", "SECRET@mail.test", "+49SECRET", "en", null);
    }

    /** Every object that is reached over records and collections, but the strings that they are made of. */
    private static void walk(Object part, List<Object> found) {
        if (part instanceof Record || part instanceof Collection || part instanceof Optional) {
            found.add(part);
        }
        parts(part).forEach(p -> walk(p, found));
    }

    private static void strings(Object part, List<String> found) {
        if (part instanceof String string) {
            found.add(string);
        }
        parts(part).forEach(p -> strings(p, found));
    }

    private static List<Object> parts(Object whole) {
        if (whole instanceof Collection<?> all) {
            return new ArrayList<>(all);
        }
        var parts = new ArrayList<>();
        if (whole instanceof Record) {
            for (var component : whole.getClass().getRecordComponents()) {
                try {
                    component.getAccessor().setAccessible(true);
                    parts.add(component.getAccessor().invoke(whole));
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return parts;
    }
}
