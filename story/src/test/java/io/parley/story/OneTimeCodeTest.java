package io.parley.story;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.parley.story.installation.Story;

import static io.parley.story.AColleague.ADA;
import static io.parley.story.AColleague.DAVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A session of Service, for once with a code that goes to the customer's other contact. */
@Story
class OneTimeCodeTest {

    private final ACustomer kate = ACustomer.withEmail("Kate").alsoWithPhone();
    private final String service = DAVE.team("Service");
    private long revision;

    @BeforeEach
    void serviceAsksForACode() {
        revision = authenticatesBy("OTP");
    }

    @AfterEach
    void serviceAsksForWhatItAskedForBefore() {
        authenticatesBy(null);
    }

    @Test
    void theCodeOfTheOtherChannelOpensAndAWrongOneDoesNot() {
        var session = await().pollInterval(Duration.ofMillis(300))
                .until(() -> DAVE.starts(ANewSession.with(kate).planned()), this::knowsOfTheCode);
        session.does("invite");
        var mail = kate.receivesOne();

        kate.joins(mail.link()).refused(403, "code-required");
        kate.asksForACode(mail.link()).done();
        await().until(() -> !kate.texts().isEmpty());
        var code = kate.texts().get(0).code();
        kate.joins(mail.link(), Map.of("code", anotherThan(code))).refused(403, "code-wrong");
        assertThat(session.state()).isEqualTo("INVITED");
        kate.joins(mail.link(), Map.of("code", code)).done();

        assertThat(session.state()).isEqualTo("ACTIVE");
        assertThat(kate.received()).hasSize(1);
        assertThat(kate.texts()).hasSize(1);
        session.isToldToOthersAsItWas();
    }

    private boolean knowsOfTheCode(ASession session) {
        return session.now().getLong("settings.revision") >= revision;
    }

    private long authenticatesBy(String method) {
        Map<String, String> inherited = new HashMap<>();
        inherited.put("method", method);
        var changed = ADA.settings()
                .patch("/api/teams/" + service + "/settings", Map.of("customer", Map.of("authentication", inherited)));
        changed.done();
        return Long.parseLong(changed.header("ETag").replaceAll("\\D", ""));
    }

    private static String anotherThan(String code) {
        return (code.startsWith("1") ? "2" : "1") + code.substring(1);
    }
}
