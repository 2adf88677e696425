package io.parley.story;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.parley.story.installation.Story;

import static io.parley.story.AColleague.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

/** A session of Collections, where the link alone does not open. */
@Story
class EntranceTest {

    private static final String PIN = "90417265";

    private final ACustomer frank = ACustomer.withEmail("Frank");

    @Test
    void theRightPinOpensAndAfterTheEndNothingIsSeen() {
        var session = CAROL.starts(ANewSession.with(frank).pin(PIN));
        var mail = frank.receivesOne();
        assertThat(mail.text()).doesNotContain(PIN);
        assertThat(frank.knocks(mail.link()).done().getString("authentication")).isEqualTo("PIN");

        frank.joins(mail.link()).refused(403, "pin-required");
        frank.joins(mail.link(), pin("11111111")).refused(403, "pin-wrong");
        assertThat(session.state()).isEqualTo("INVITED");
        frank.joins(mail.link(), pin(PIN)).done();

        assertThat(session.state()).isEqualTo("ACTIVE");
        assertThat(frank.room().done().getString("access")).isEqualTo("FULL");
        assertThat(session.does("end").getString("accessAfterEnd.mode")).isEqualTo("NONE");
        frank.room().refused(410, "session-ended");
        frank.joins(mail.link(), pin(PIN)).refused(410, "session-ended");
        session.isToldToOthersAsItWas();
    }

    @Test
    void wrongPinsAreCountedUntilTheEntranceIsLocked() {
        var session = CAROL.starts(ANewSession.with(frank).pin(PIN));
        var link = frank.receivesOne().link();

        for (int wrong = 1; wrong <= 5; wrong++) {
            frank.joins(link, pin("1111111" + wrong)).refused(403, "pin-wrong");
        }

        var locked = frank.joins(link, pin(PIN)).refused(423, "locked");
        assertThat(Instant.parse(locked.body().getString("until"))).isAfter(Instant.now());
        assertThat(session.state()).isEqualTo("INVITED");
        session.isToldToOthersAsItWas();
    }

    @Test
    void whatTheTeamAsksForCannotBeLeftOut() {
        CAROL.triesToStart(ANewSession.with(frank)).refused(400, "invalid-request");
        CAROL.triesToStart(ANewSession.with(ACustomer.withPhone("Frank")).pin(PIN))
                .refused(400, "invalid-request");

        assertThat(frank.received()).isEmpty();
    }

    private static Map<String, String> pin(String digits) {
        return Map.of("pin", digits);
    }
}
