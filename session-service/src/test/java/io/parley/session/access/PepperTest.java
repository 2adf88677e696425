package io.parley.session.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PepperTest {

    private static final String OLD = "the old secret, which is long enough";
    private static final String NEW = "the new secret, which is long enough";
    private static final UUID SESSION = UUID.fromString("0193e1a0-0000-7000-8000-000000000001");
    private static final String PIN = "123456";

    private final Pepper before = pepper(OLD, NEW);
    private final Pepper after = pepper(NEW, OLD);

    @Test
    void whatOneKeyHasHashedIsRecognisedUnderTheOtherOneEitherWay() {
        for (var one : List.of(before, after)) {
            for (var other : List.of(before, after)) {
                var kept = one.hash(SESSION, PIN);
                assertThat(other.hashLike(kept, SESSION, PIN)).isEqualTo(kept);
                assertThat(other.hashLike(kept, SESSION, "123457")).isNotEqualTo(kept);
            }
        }
    }

    @Test
    void theFirstKeyHashes() {
        assertThat(after.hash(SESSION, PIN)).isNotEqualTo(before.hash(SESSION, PIN));
        assertThat(after.hash(SESSION, PIN)).isEqualTo(pepper(NEW).hash(SESSION, PIN));
    }

    @Test
    void whatADroppedKeyHasHashedIsNotRecognised() {
        var kept = before.hash(SESSION, PIN);

        assertThat(pepper(NEW).hashLike(kept, SESSION, PIN)).isNotEqualTo(kept);
    }

    @Test
    void whatWasNotTypedOrNotKeptEqualsNothing() {
        assertThat(after.hashLike(before.hash(SESSION, PIN), SESSION, null)).isNull();
        assertThat(after.hashLike(null, SESSION, PIN)).isNotNull();
    }

    private static Pepper pepper(String first, String... others) {
        return new Pepper(first, Optional.of(List.of(others)));
    }
}
