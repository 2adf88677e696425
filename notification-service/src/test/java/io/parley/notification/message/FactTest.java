package io.parley.notification.message;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FactTest {

    private static final UUID MESSAGE = UUID.fromString("019a7f4e-7d2c-7c3b-9d55-0c8f3f0a1b2c");
    private static final UUID ANOTHER = UUID.fromString("019a7f4e-7d2c-7c3b-9d55-0c8f3f0a1b2d");
    private static final String SENT = "parley.message.sent.v1";

    @Test
    void whatIsToldAgainHasTheIdThatItHad() {
        assertThat(Fact.id(MESSAGE, SENT)).isEqualTo(Fact.id(MESSAGE, SENT));
    }

    @Test
    void eachMessageAndEachStateHasAnIdOfItsOwn() {
        assertThat(Fact.id(MESSAGE, SENT))
                .isNotEqualTo(Fact.id(ANOTHER, SENT))
                .isNotEqualTo(Fact.id(MESSAGE, "parley.message.delivered.v1"));
    }

    @Test
    void theIdIsOneOfTheMessagesTime() {
        var id = Fact.id(MESSAGE, SENT);

        assertThat(id.toString()).startsWith("019a7f4e-7d2c-7");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }
}
