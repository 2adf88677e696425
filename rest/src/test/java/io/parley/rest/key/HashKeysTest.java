package io.parley.rest.key;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HashKeysTest {

    private static final String OLD = "the old secret, which is long enough";
    private static final String NEW = "the new secret, which is long enough";

    @Test
    void theFirstKeyHashesAndTheOthersAreKnownByTheirIds() {
        var before = HashKeys.of(OLD, List.of());
        var after = HashKeys.of(NEW, List.of(OLD));

        assertThat(after.first()).isNotEqualTo(before.first());
        assertThat(after.withId(before.first().id()).hash("use", "1234"))
                .isEqualTo(before.first().hash("use", "1234"))
                .isNotEqualTo(after.first().hash("use", "1234"));
    }

    @Test
    void aKeyThatWasDroppedIsNotKnown() {
        var dropped = HashKeys.of(OLD, List.of()).first();

        assertThat(HashKeys.of(NEW, List.of()).withId(dropped.id())).isNotEqualTo(dropped);
    }

    @Test
    void equalTextsOfTwoUsesHaveDifferentHashes() {
        var key = HashKeys.of(OLD, List.of()).first();

        assertThat(key.hash("one", "1234")).isNotEqualTo(key.hash("other", "1234"));
    }

    @Test
    void aShortSecretIsRefusedWithoutBeingTold() {
        assertThatThrownBy(() -> HashKeys.of(OLD, List.of("hunter2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aKeyDoesNotSayItself() {
        assertThat(HashKeys.of(OLD, List.of(NEW)).toString()).doesNotContain("secret, which");
    }
}
