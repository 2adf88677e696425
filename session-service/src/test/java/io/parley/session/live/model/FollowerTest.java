package io.parley.session.live.model;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a follower looks for, and from where somebody else may read on. */
class FollowerTest {

    private final Follower follower = new Follower();

    @Test
    void whatWasPassedByIsMissingUntilItIsFound() {
        follower.found(List.of(1L, 4L));
        assertThat(follower.missing()).containsExactly(2L, 3L);

        follower.found(List.of(3L));

        assertThat(follower.missing()).containsExactly(2L);
        assertThat(follower.seen()).isEqualTo(4);
    }

    @Test
    void whatComesTwiceIsNoNews() {
        follower.found(List.of(1L, 2L));
        follower.found(List.of(2L, 1L));

        assertThat(follower.missing()).isEmpty();
        assertThat(follower.seen()).isEqualTo(2);
    }

    @Test
    void whoReadsOnBeginsBeforeTheFirstThatIsMissing() {
        follower.found(List.of(1L, 2L, 5L));
        assertThat(follower.resume()).isEqualTo(2);

        follower.found(List.of(3L, 4L));

        assertThat(follower.resume()).isEqualTo(5);
    }

    @Test
    void whatIsMissingAtTheHorizonDoesNotExist() {
        follower.found(List.of(2L, 6L));

        follower.forget(3);

        assertThat(follower.missing()).containsExactly(4L, 5L);
        assertThat(follower.seen()).isEqualTo(6);
    }

    @Test
    void aHorizonFarAheadIsSeen() {
        follower.forget(9);

        follower.found(List.of(10L));

        assertThat(follower.missing()).isEmpty();
    }

    @Test
    void nothingBelowWhereItSkippedToIsLookedFor() {
        follower.found(List.of(3L));

        follower.skipTo(20);

        assertThat(follower.missing()).isEmpty();
        assertThat(follower.resume()).isEqualTo(20);
    }

    @Test
    void ofVeryManyThatAreMissingTheLastOnesAreLookedFor() {
        follower.found(List.of(1L, 30_000L, 30_002L));

        assertThat(follower.missing())
                .containsExactlyElementsOf(LongStream.rangeClosed(20_001, 30_001)
                        .filter(position -> position != 30_000)
                        .boxed()
                        .toList());
    }
}
