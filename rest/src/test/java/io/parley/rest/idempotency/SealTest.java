package io.parley.rest.idempotency;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SealTest {

    private static final String OLD = "the old secret, which is long enough";
    private static final String NEW = "the new secret, which is long enough";

    private final Asked asked = new Asked("alice", "a key", "a fingerprint");
    private final Seal before = seal(OLD, NEW);
    private final Seal after = seal(NEW, OLD);

    @Test
    void anAnswerThatWasKeptUnderTheOldSecretIsFoundAndReadUnderTheNewOne() {
        var kept = before.hash(asked);
        var sealed = before.close(asked, Map.of("state", "INVITED"));

        assertThat(after.hash(asked)).isNotEqualTo(kept);
        assertThat(after.hashes(asked)).contains(kept);
        assertThat(after.open(asked, kept, sealed).body())
                .isEqualTo(before.open(asked, kept, sealed).body());
    }

    @Test
    void replicasOfBothSecretsCannotBeAtOneRequestAtOnce() {
        assertThat(after.lock(asked)).isEqualTo(before.lock(asked));
        assertThat(after.lock(new Asked("bob", "a key", "a fingerprint"))).isNotEqualTo(after.lock(asked));
    }

    private static Seal seal(String first, String other) {
        return new Seal(Optional.of(first), Optional.of(List.of(other)), new ObjectMapper());
    }
}
